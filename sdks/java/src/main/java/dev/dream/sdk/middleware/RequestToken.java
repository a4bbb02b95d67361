package dev.dream.sdk.middleware;

import dev.dream.sdk.errors.AuthenticationException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The token of a request. Nothing of it is verified here: that is the server's to do, which is not asked about what
 * cannot be a token that is good.
 */
final class RequestToken {

    /** Characters; the server takes none that is nearly as long. */
    private static final int LONGEST = 8192;

    /** Milliseconds by which clocks may differ: what is over in between is for the server to say. */
    private static final double LEEWAY = 60_000;

    private static final Pattern BEARER = Pattern.compile("bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

    private static final Pattern FORM = Pattern.compile("([\\w-]+)\\.([\\w-]+)\\.[\\w-]+");

    private static final Pattern VERSION = Pattern.compile("([0-9]{1,15})(?:\\..*)?", Pattern.DOTALL);

    private RequestToken() {}

    /** The token behind {@code Bearer}; {@code null} where there is none. */
    static String bearer(String authorization) {
        Matcher found = BEARER.matcher(authorization == null ? "" : authorization);
        return found.matches() ? found.group(1) : null;
    }

    /** Throws where there is none, it is no signed JWT, or it is over. */
    static void check(String token, long now) {
        if (token == null || token.isEmpty()) throw refused("missing-credentials", "The request has no token.");
        Map<?, ?> payload = payload(token);
        if (payload == null) throw refused("malformed-token", "The token is no signed JWT.");
        if (endOf(payload) + LEEWAY < now) throw refused("expired-token", "The token is over.");
    }

    /** How long a token still has that was checked; infinite where it has no end. */
    static double millisecondsLeft(String token, long now) {
        Map<?, ?> payload = payload(token);
        return payload == null ? 0 : endOf(payload) - now;
    }

    /** The revision that a token was made at which was checked; empty where it does not say. */
    static OptionalLong revision(String token) {
        Map<?, ?> payload = payload(token);
        Object version = payload == null ? null : payload.get("policyVersion");
        Matcher found = VERSION.matcher(version instanceof String text ? text : "");
        return found.matches() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    }

    private static double endOf(Map<?, ?> payload) {
        return payload.get("exp") instanceof Number end ? end.doubleValue() * 1000 : Double.POSITIVE_INFINITY;
    }

    /** {@code null} for what is no signed JWT. */
    private static Map<?, ?> payload(String token) {
        Matcher parts = FORM.matcher(token.length() > LONGEST ? "" : token);
        if (!parts.matches()) return null;
        try {
            json(parts.group(1));
            return json(parts.group(2)) instanceof Map<?, ?> payload ? payload : null;
        } catch (IllegalArgumentException | JsonException notJson) {
            return null;
        }
    }

    private static Object json(String part) {
        return Json.parse(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private static AuthenticationException refused(String code, String message) {
        return new AuthenticationException("auth/" + code, message, "Please sign in.");
    }
}
