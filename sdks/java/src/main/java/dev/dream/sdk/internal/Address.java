package dev.dream.sdk.internal;

import dev.dream.sdk.OpenChoice;
import dev.dream.sdk.core.Input;
import dev.dream.sdk.core.Operation;
import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.json.JsonException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path and the query of a call. */
final class Address {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)\\}");

    private Address() {}

    /** The route with the parameters in their places. */
    static String path(Operation operation, Input input) {
        Matcher places = PARAMETER.matcher(operation.route());
        return places.replaceAll(place -> Matcher.quoteReplacement(part(operation, place.group(1), input.path())));
    }

    /** {@code ?a=1&b=2}, or nothing. */
    static String query(Operation operation, Input input) {
        List<String> pairs = new ArrayList<>();
        input.query().forEach((name, value) -> {
            for (Object item : items(value)) {
                String what = operation.id() + ": " + name;
                String text = text(item, what);
                if (text != null) pairs.add(encode(name, what) + "=" + encode(text, what));
            }
        });
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static String part(Operation operation, String name, Map<String, Object> path) {
        Object value = path.get(name);
        String text = value == null ? "" : value.toString();
        // `..` would end up at another operation: the platform takes it for a step upwards, encoded or not.
        if (text.isEmpty() || text.equals(".") || text.equals("..")) {
            String what = text.isEmpty() ? "empty" : "'" + text + "'";
            throw new ConfigurationException(operation.id() + ": " + name + " must not be " + what);
        }
        return encode(text, operation.id() + ": " + name);
    }

    private static Iterable<?> items(Object value) {
        if (value instanceof Iterable<?> items) return items;
        if (value instanceof Object[] items) return Arrays.asList(items);
        return Arrays.asList(value);
    }

    /** {@code null} where it is to be left out. */
    private static String text(Object value, String what) {
        if (value == null) return null;
        if (value instanceof Optional<?> optional) return text(optional.orElse(null), what);
        if (value instanceof OpenChoice choice) return choice.value();
        if (value instanceof CharSequence || value instanceof Boolean) return value.toString();
        // As JSON has it, but for the quotation marks of an instant.
        if (value instanceof Number || value instanceof Instant) return written(value, what).replace("\"", "");
        throw new ConfigurationException(what + " cannot stand in a query");
    }

    private static String written(Object value, String what) {
        try {
            return Json.write(value);
        } catch (JsonException cause) {
            throw new ConfigurationException(what + " cannot stand in a query", cause);
        }
    }

    /** All but what RFC 3986 leaves as it is. */
    private static String encode(String text, String what) {
        StringBuilder encoded = new StringBuilder();
        ByteBuffer bytes = utf8(text, what);
        while (bytes.hasRemaining()) {
            int unit = bytes.get() & 0xff;
            boolean isPlain = unit < 0x80 && (Character.isLetterOrDigit(unit) || "-._~".indexOf(unit) >= 0);
            if (isPlain) encoded.append((char) unit);
            else encoded
                .append('%')
                .append(hexadecimal(unit >> 4))
                .append(hexadecimal(unit & 15));
        }
        return encoded.toString();
    }

    private static char hexadecimal(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }

    private static ByteBuffer utf8(String text, String what) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException cause) {
            throw new ConfigurationException(what + " is no well-formed text", cause);
        }
    }
}
