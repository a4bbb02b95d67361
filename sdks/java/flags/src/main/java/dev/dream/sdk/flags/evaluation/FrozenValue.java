package dev.dream.sdk.flags.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A copy of a variation's value that no caller can change for the next one. */
final class FrozenValue {

    private static final int DEEPEST = 200;
    private static final int LARGEST = 1_000_000;

    private int left = LARGEST;

    private FrozenValue() {}

    static Object of(Object value) {
        return new FrozenValue().copy(value, 0);
    }

    private Object copy(Object part, int depth) {
        left -= 1;
        int size = part instanceof List<?> list ? list.size() : 0;
        if (depth > DEEPEST || left < size) throw new Malformed("a value is too large");
        if (part == null || part instanceof String || part instanceof Boolean) return part;
        if (part instanceof Number number && Double.isFinite(number.doubleValue())) return part;
        if (part instanceof List<?> list) return copyList(list, depth + 1);
        if (part instanceof Map<?, ?> map) return copyMap(map, depth + 1);
        throw new Malformed("a value is no JSON");
    }

    private List<Object> copyList(List<?> list, int depth) {
        List<Object> copies = new ArrayList<>(list.size());
        for (Object member : list) copies.add(copy(member, depth));
        return Collections.unmodifiableList(copies);
    }

    private Map<String, Object> copyMap(Map<?, ?> map, int depth) {
        Map<String, Object> copies = new LinkedHashMap<>();
        map.forEach((name, member) -> copies.put(String.valueOf(name), copy(member, depth)));
        return Collections.unmodifiableMap(copies);
    }
}
