package dev.dream.sdk.internal;

import dev.dream.sdk.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Keeps the keys of a request out of what is said of its answer: a proxy's page may repeat them. */
final class Redaction {

    /** To cut a shorter one out everywhere would damage what the answer says: it may be any word. */
    private static final int SHORTEST = 8;

    /** The longest first: one may be part of another. */
    private final Set<String> secrets = new TreeSet<>(
        Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder())
    );

    Redaction(HeaderFields sent) {
        for (String name : List.of("authorization", "proxy-authorization", "x-publishable-key")) {
            String credential = sent.get(name);
            // Without its scheme, whichever it is: a page may repeat the rest alone.
            if (credential != null) add(credential.replaceFirst("^\\S+\\s+", ""));
        }
        String cookies = sent.get("cookie");
        if (cookies == null) return;
        for (String cookie : cookies.split(";")) {
            add(cookie.substring(cookie.indexOf('=') + 1).strip());
        }
    }

    private void add(String secret) {
        if (secret.length() >= SHORTEST) secrets.add(secret);
    }

    /** {@code null} for {@code null}. */
    String clean(String text) {
        if (text == null) return null;
        String rest = text;
        for (String secret : secrets) rest = rest.replace(secret, "…");
        return rest;
    }

    /** The same JSON: what is cleaned are its texts, not the text it was written as, so that its form stays. */
    Object cleanJson(Object json) {
        if (json instanceof String text) return clean(text);
        if (json instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            for (Object item : list) items.add(cleanJson(item));
            return Collections.unmodifiableList(items);
        }
        if (json instanceof Map<?, ?> map) {
            Map<String, Object> members = new LinkedHashMap<>();
            map.forEach((name, value) -> members.put(clean(String.valueOf(name)), cleanJson(value)));
            return Collections.unmodifiableMap(members);
        }
        return json instanceof Number number ? cleanNumber(number) : json;
    }

    /** One that has a secret among its digits is a text from then on. */
    private Object cleanNumber(Number number) {
        String written = Json.write(number);
        String cleaned = clean(written);
        return cleaned.equals(written) ? number : cleaned;
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
