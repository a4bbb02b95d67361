package dev.dream.sdk.flags;

import java.util.LinkedHashMap;
import java.util.Map;

/** Puts a context together, attribute by attribute. Not for several threads at once. */
public final class FlagContextBuilder {

    private final Map<String, Map<String, Object>> kinds = new LinkedHashMap<>();

    FlagContextBuilder() {}

    /**
     * Who or what it is.
     *
     * @param kind {@code user}, {@code tenant}, {@code device} or one of the project's own
     * @param key identifies it among others of its kind
     * @return this
     */
    public FlagContextBuilder key(String kind, String key) {
        return set(kind, "key", key);
    }

    /**
     * What is known of it.
     *
     * @param kind as for {@link #key}
     * @param attribute its name
     * @param value a text, a number, a boolean, a list, a map or a moment; null where it is not known
     * @return this
     */
    public FlagContextBuilder set(String kind, String attribute, Object value) {
        kinds.computeIfAbsent(kind, name -> new LinkedHashMap<>()).put(attribute, value);
        return this;
    }

    /** {@return a context that later calls do not change} */
    public FlagContext build() {
        Map<String, Object> copies = new LinkedHashMap<>();
        kinds.forEach((kind, attributes) -> copies.put(kind, new LinkedHashMap<>(attributes)));
        return FlagContext.of(copies);
    }
}
