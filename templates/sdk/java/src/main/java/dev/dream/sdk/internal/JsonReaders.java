package dev.dream.sdk.internal;

import dev.dream.sdk.Model;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.errors.ResponseException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.json.JsonException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Any JSON; nothing of it is checked or left out, so that fields and values which came later than this SDK reach the
 * caller.
 */
public final class JsonReaders {

    /** One value; {@code null} for a 204 and a 304. */
    static final Reader<JsonAnswer> VALUE = reader(value -> true, true);

    /** A page or part of a list: without its items it cannot be gone through, and a 204 has none. */
    static final Reader<JsonAnswer> LIST = reader(JsonReaders::isList, false);

    private JsonReaders() {}

    /**
     * Makes a call that is answered with one value.
     *
     * @param <T> what is made of the value
     * @param call what is asked
     * @param decoder of a value, which may be {@code null}
     * @return the answer
     */
    public static <T> RawAnswer<T> value(Call call, Function<Object, T> decoder) {
        return decoded(call.send(VALUE), json -> whole(json, decoder));
    }

    /**
     * Makes a call that is answered with a page of a list.
     *
     * @param <T> what is made of the page
     * @param call what is asked
     * @param decoder of the page
     * @return the answer
     */
    public static <T> RawAnswer<T> page(Call call, Function<Object, T> decoder) {
        return decoded(call.send(LIST), decoder);
    }

    /** A model holds whatever came, so that one of a list harms only itself; as an answer it would pass for an object. */
    private static <T> T whole(Object json, Function<Object, T> decoder) {
        T value = decoder.apply(json);
        if (!(value instanceof Model) || json instanceof Map<?, ?>) return value;
        throw new ResponseException("The answer is no object");
    }

    static <T> RawAnswer<T> decoded(RawAnswer<JsonAnswer> answer, Function<Object, T> decoder) {
        Object json = answer.value().json();
        try {
            T value = answer.value().isThere() ? decoder.apply(json) : null;
            return new RawAnswer<>(value, answer.status(), answer.headers(), answer.requestId(), answer.attempts());
        } catch (ResponseException wrong) {
            throw formless(answer, wrong.getMessage());
        }
    }

    static ResponseException formless(RawAnswer<JsonAnswer> answer, String what) {
        String message = what + " (" + answer.status() + ")";
        Redaction redaction = answer.value().redaction();
        String body = Json.write(redaction.cleanJson(answer.value().json()));
        return new ResponseException(message, answer.status(), redaction.clean(answer.headers()), body);
    }

    private static boolean isList(Object value) {
        return value instanceof Map<?, ?> page && page.get("data") instanceof List<?>;
    }

    private static Reader<JsonAnswer> reader(Predicate<Object> isFit, boolean takesNothing) {
        return new Reader<>() {
            @Override
            public String accept() {
                return "application/json";
            }

            @Override
            public boolean mayBeUnchanged() {
                return takesNothing;
            }

            @Override
            public JsonAnswer read(Answer answer, Deadline deadline) throws IOException {
                String body = Utf8Pieces.all(answer.body().readAllBytes());
                if ((answer.status() == 204 || answer.status() == 304) && takesNothing) {
                    return new JsonAnswer(false, null, deadline.redaction());
                }
                try {
                    Object value = Json.parse(body);
                    if (isFit.test(value)) return new JsonAnswer(true, value, deadline.redaction());
                } catch (JsonException cause) {
                    throw refused(answer, "is no JSON", body, deadline.redaction());
                }
                throw refused(answer, "is not of the form of a list", body, deadline.redaction());
            }
        };
    }

    private static ResponseException refused(Answer whole, String what, String body, Redaction redaction) {
        Answer answer = redaction.clean(whole);
        String type = answer.header("content-type", "no content type");
        String where = " (" + answer.status() + ", " + type + "): has something in between answered?";
        return new ResponseException(
            "The answer " + what + where,
            answer.status(),
            answer.headers(),
            redaction.clean(body)
        );
    }
}
