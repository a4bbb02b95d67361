package dev.dream.sdk.flags.reports;

import dev.dream.sdk.flags.evaluation.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A context as it may leave the process: plain JSON of its own, without sensitive attributes. */
final class ContextCopy {

    /** Of all values and names of one context together: about 8 KB. What is larger is not reported. */
    private static final int LARGEST = 8_000;

    private static final int DEEPEST = 6;
    /** In place of what JSON cannot say. */
    private static final Object NOTHING = new Object();

    private final Sensitive sensitive;
    private int left = LARGEST;

    private ContextCopy(Sensitive sensitive) {
        this.sensitive = sensitive;
    }

    /** Null for what is no context, too large, or fails while it is read. */
    static Map<String, Object> of(Object context, Sensitive sensitive) {
        try {
            if (!(context instanceof Map<?, ?> kinds)) return null;
            ContextCopy copy = new ContextCopy(sensitive);
            Map<String, Object> all = copy.kinds(kinds);
            return copy.left < 0 || all.isEmpty() ? null : all;
        } catch (Throwable failure) {
            return null;
        }
    }

    private Map<String, Object> kinds(Map<?, ?> context) {
        Map<String, Object> copies = new LinkedHashMap<>();
        context.forEach((kind, value) -> {
            if (kind instanceof String name && value instanceof Map<?, ?> map) copies.put(name, members(name, map, 0));
        });
        return copies;
    }

    /** {@code kind}: null where they are no attributes of a context. */
    private Map<String, Object> members(String kind, Map<?, ?> map, int depth) {
        Map<String, Object> copies = new LinkedHashMap<>();
        for (Map.Entry<?, ?> one : map.entrySet()) {
            if (left < 0) break;
            if (!(one.getKey() instanceof String name) || (kind != null && sensitive.holds(kind, name))) continue;
            left -= name.length();
            Object copy = value(one.getValue(), depth + 1);
            if (copy != NOTHING) copies.put(name, copy);
        }
        return copies;
    }

    private Object value(Object value, int depth) {
        left -= value instanceof String text ? text.length() : 8;
        if (left < 0 || depth > DEEPEST) return NOTHING;
        if (value == null || value instanceof String || value instanceof Boolean) return value;
        if (value instanceof Number number) return number(number);
        if (value instanceof Object[] array) return list(Arrays.asList(array), depth);
        if (value instanceof Collection<?> list) return list(list, depth);
        if (value instanceof Map<?, ?> map) return members(null, map, depth);
        Instant instant = Moments.instantOf(value);
        return instant == null ? NOTHING : instant.toString();
    }

    private static Object number(Number number) {
        if (number instanceof Long || number instanceof Integer) return number;
        return Double.isFinite(number.doubleValue()) ? (Object) number.doubleValue() : NOTHING;
    }

    private Object list(Collection<?> list, int depth) {
        if (list.size() > left) left = -1;
        List<Object> copies = new ArrayList<>();
        for (Object one : list) {
            if (left < 0) return NOTHING;
            Object copy = value(one, depth + 1);
            copies.add(copy == NOTHING ? null : copy);
        }
        return copies;
    }
}
