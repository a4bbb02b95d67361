package dev.dream.sdk.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Copies one value, to what cannot be changed any more and is written as the value is. */
final class JsonCopies {

    /** What the value at hand lies in. */
    private final Set<Object> around = Collections.newSetFromMap(new IdentityHashMap<>());

    /** By the value: what lies in several places is copied once, and values that hold each other are gone through once. */
    private final Map<Object, Object> copies = new IdentityHashMap<>();

    Object of(Object value) {
        if (value instanceof CharSequence text) return text.toString();
        if (value instanceof Number number) return JsonNumbers.lasting(number);
        if (value instanceof Optional<?> optional) return optional.map(this::of);
        Object known = copies.get(value);
        if (known != null) return known;
        // What is nested too deep, or lies in itself, is refused when it is written, as all that JSON cannot hold.
        if (around.size() >= Json.MAX_DEPTH || !around.add(value)) return value;
        Object copy = inside(value);
        around.remove(value);
        if (copy != value) copies.put(value, copy);
        return copy;
    }

    private Object inside(Object value) {
        if (value instanceof ToJson itself) return of(itself.toJson());
        if (value instanceof Map<?, ?> map) return map(map);
        if (value instanceof Iterable<?> items) return list(items);
        return value instanceof Object[] items ? list(Arrays.asList(items)) : value;
    }

    private Map<Object, Object> map(Map<?, ?> map) {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put(of(name), of(value)));
        return Collections.unmodifiableMap(copy);
    }

    private List<Object> list(Iterable<?> items) {
        List<Object> copy = new ArrayList<>();
        for (Object item : items) copy.add(of(item));
        return Collections.unmodifiableList(copy);
    }
}
