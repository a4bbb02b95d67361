package dev.dream.sdk.internal;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Keeps the keys of a request out of what is said of its answer: a proxy's page may repeat them. */
final class Redaction {

    /** A shorter value of a cookie is no secret; to cut it out everywhere would damage what the answer says. */
    private static final int SHORTEST_COOKIE = 6;

    /** The longest first: one may be part of another. */
    private final Set<String> secrets = new TreeSet<>(
        Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder())
    );

    Redaction(HeaderFields sent) {
        for (String name : List.of("authorization", "proxy-authorization", "x-publishable-key")) {
            String credential = sent.get(name);
            if (credential == null || credential.isEmpty()) continue;
            // Without its scheme, whichever it is: a page may repeat the rest alone.
            secrets.add(credential.replaceFirst("^\\S+\\s+", ""));
        }
        String cookies = sent.get("cookie");
        if (cookies == null) return;
        for (String cookie : cookies.split(";")) {
            String value = cookie.substring(cookie.indexOf('=') + 1).strip();
            if (value.length() >= SHORTEST_COOKIE) secrets.add(value);
        }
    }

    /** {@code null} for {@code null}. */
    String clean(String text) {
        if (text == null) return null;
        String rest = text;
        for (String secret : secrets) rest = rest.replace(secret, "…");
        return rest;
    }

    /** The same head and body, but for its headers. */
    Answer clean(Answer answer) {
        return new Answer(answer.status(), clean(answer.headers()), answer.body());
    }

    /** The same names. */
    Map<String, String> clean(Map<String, String> headers) {
        Map<String, String> cleaned = new LinkedHashMap<>();
        headers.forEach((name, value) -> cleaned.put(name, clean(value)));
        return cleaned;
    }

    /** What was thrown, or in its place one that says the same without the keys, should it or a cause of it say one. */
    Throwable clean(Throwable thrown) {
        Throwable telling = thrown;
        while (telling != null && !isTelling(telling)) telling = telling.getCause();
        if (telling == null) return thrown;
        IOException cleaned = new IOException(clean(telling.getMessage()));
        cleaned.setStackTrace(thrown.getStackTrace());
        return cleaned;
    }

    private boolean isTelling(Throwable thrown) {
        String message = thrown.getMessage();
        return message != null && !clean(message).equals(message);
    }
}
