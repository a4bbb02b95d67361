package dev.dream.sdk.middleware;

import dev.dream.sdk.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Requests to an application behind a middleware, as one line of text: what was answered. */
final class Asking {

    private final Middleware middleware;
    private final Map<String, List<String>> headers = new HashMap<>();
    private Consumer<RequestContext> handler = context -> {};

    private Asking(Middleware middleware) {
        this.middleware = middleware;
    }

    static Asking of(Middleware middleware, String token) {
        return new Asking(middleware).header("X-Request-Id", "r1").header("Authorization", "Bearer " + token);
    }

    /** {@code null} leaves it out. */
    Asking header(String name, String... values) {
        if (values == null) headers.remove(name);
        else headers.put(name, List.of(values));
        return this;
    }

    Asking handledBy(Consumer<RequestContext> other) {
        handler = Objects.requireNonNull(other);
        return this;
    }

    /** {@code 200}, or status and code of an error. */
    String answer() {
        ErrorResponse error = error();
        if (error == null) return "200";
        Map<?, ?> body = (Map<?, ?>) Json.parse(error.body());
        return error.status() + " " + ((Map<?, ?>) body.get("error")).get("code");
    }

    /** {@code null} where the handler came to its end. */
    ErrorResponse error() {
        HeaderReader header = HeaderReader.of(headers);
        String requestId = middleware.requestIdOf(header);
        try {
            handler.accept(middleware.admit(header, requestId));
            return null;
        } catch (Throwable thrown) {
            return middleware.answerTo(thrown, requestId);
        }
    }
}
