package dev.dream.sdk.middleware;

import dev.dream.sdk.errors.ErrorAnswer;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.params.AccessCheckBody;
import dev.dream.sdk.types.Me;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A server that answers from memory, what it was asked, and the time, which goes as it is told. */
final class ScriptedSource implements MiddlewareSource {

    static final long START = 1_800_000_000_000L;

    private final List<String> asked = new ArrayList<>();
    /** An object, or what is thrown. */
    volatile Object user = Map.of(
        "id",
        "ada",
        "tenantId",
        "acme",
        "roles",
        List.of("editor"),
        "permissions",
        List.of("invoice:*"),
        "plan",
        "pro"
    );
    /** Whether, or what is thrown. */
    volatile Object verdict = true;
    /** Done while the server is asked who somebody is. */
    volatile Runnable meanwhile = () -> {};
    private volatile long milliseconds = START;

    /** A middleware before it that goes by its time. */
    MiddlewareBuilder middleware() {
        MiddlewareBuilder builder = Middleware.builder(this);
        builder.nanoTime = () -> milliseconds * 1_000_000;
        builder.clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(milliseconds);
            }
        };
        return builder;
    }

    void pass(long time) {
        milliseconds += time;
    }

    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Me me(String userToken, String tenant) {
        note("me " + (tenant == null ? "-" : tenant));
        meanwhile.run();
        return Me.fromJson(given(user));
    }

    @Override
    public boolean check(AccessCheckBody question, String userToken, String tenant) {
        note("check " + tenant + " " + Json.write(question));
        return (Boolean) given(verdict);
    }

    /** A token as identity providers make them, but for a signature that anybody would take. */
    static String token(String claims) {
        return encoded("{\"alg\":\"ES256\"}") + "." + encoded(claims) + ".c2lnbmF0dXJl";
    }

    /** One that is over so many seconds after the beginning. */
    static String tokenFor(long seconds) {
        return token("{\"sub\":\"ada\",\"exp\":" + (START / 1000 + seconds) + "}");
    }

    /** What a server says where something is wrong. */
    static ErrorAnswer wrong(int status, String code) {
        return new ErrorAnswer(
            status,
            code,
            "For developers only.",
            "For everybody.",
            null,
            "req_dream",
            null,
            null,
            Map.of(),
            Map.of()
        );
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Object given(Object what) {
        if (what instanceof RuntimeException thrown) throw thrown;
        return what;
    }

    private synchronized void note(String question) {
        asked.add(question);
    }
}
