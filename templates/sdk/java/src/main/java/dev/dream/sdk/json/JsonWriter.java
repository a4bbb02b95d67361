package dev.dream.sdk.json;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Writes one value. */
final class JsonWriter {

    private final StringBuilder out = new StringBuilder();
    private int depth;

    String write(Object value) {
        value(value);
        return out.toString();
    }

    private void value(Object value) {
        if (value == null || value instanceof Boolean) out.append(value);
        else if (value instanceof CharSequence text) string(text);
        else if (value instanceof Number number) number(number);
        else if (value instanceof Instant instant) string(JsonInstants.write(instant));
        else if (value instanceof Optional<?> optional) value(optional.orElse(null));
        else nested(value);
    }

    private void nested(Object value) {
        depth += 1;
        if (depth > Json.MAX_DEPTH) throw new JsonException(
            "The value is nested more than " + Json.MAX_DEPTH + " deep"
        );
        if (value instanceof ToJson itself) value(itself.toJson());
        else if (value instanceof Map<?, ?> map) object(map);
        else if (value instanceof Iterable<?> items) list(items);
        else if (value instanceof Object[] items) list(Arrays.asList(items));
        else throw new JsonException("JSON cannot hold a " + value.getClass().getName());
        depth -= 1;
    }

    private void object(Map<?, ?> map) {
        out.append('{');
        boolean isFirst = true;
        for (Map.Entry<?, ?> member : map.entrySet()) {
            if (member.getValue() instanceof Optional<?> optional && optional.isEmpty()) continue;
            if (!(member.getKey() instanceof CharSequence name)) throw new JsonException(
                "A key of an object is no text"
            );
            if (!isFirst) out.append(',');
            isFirst = false;
            string(name);
            out.append(':');
            value(member.getValue());
        }
        out.append('}');
    }

    private void list(Iterable<?> items) {
        out.append('[');
        boolean isFirst = true;
        for (Object item : items) {
            if (!isFirst) out.append(',');
            isFirst = false;
            value(item);
        }
        out.append(']');
    }

    private void number(Number number) {
        boolean isExact = JsonNumbers.isExact(number);
        if (!isExact && !Double.isFinite(number.doubleValue())) {
            throw new JsonException("JSON cannot hold a number that is not finite");
        }
        // A float as a double would have digits that nobody wrote; of types of others only the double is known.
        boolean isWritten = isExact || number instanceof Float;
        String text = isWritten ? number.toString() : Double.toString(number.doubleValue());
        out.append(text.equals("-0.0") ? "-0" : text);
    }

    /** In runs of what stands as it is: texts may be long. */
    private void string(CharSequence text) {
        out.append('"');
        int from = 0;
        for (int at = 0; at < text.length(); at += 1) {
            String escape = escape(text, at);
            if (escape == null) continue;
            out.append(text, from, at).append(escape);
            from = at + 1;
        }
        out.append(text, from, text.length()).append('"');
    }

    /** {@code null} for what stands as it is. */
    private static String escape(CharSequence text, int at) {
        char sign = text.charAt(at);
        if (sign >= ' ' && sign != '"' && sign != '\\' && !Character.isSurrogate(sign)) return null;
        int simple = "\"\\\b\f\n\r\t".indexOf(sign);
        if (simple >= 0) return "\\" + "\"\\bfnrt".charAt(simple);
        return sign < ' ' || isAlone(text, at) ? String.format("\\u%04x", (int) sign) : null;
    }

    /** Half of a pair without its other half: UTF-8 cannot hold it. */
    private static boolean isAlone(CharSequence text, int at) {
        char sign = text.charAt(at);
        if (Character.isHighSurrogate(sign)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(sign) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
