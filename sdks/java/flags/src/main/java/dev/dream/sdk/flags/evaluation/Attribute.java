package dev.dream.sdk.flags.evaluation;

import java.util.List;
import java.util.Map;

/** Reads one attribute of contexts. */
final class Attribute {

    private final String kind;
    private final List<String> path;

    Attribute(AttributePath path) {
        this.kind = path.kind();
        this.path = path.path();
    }

    /** Of an {@code AttributePath} of the ruleset. */
    static Attribute in(Map<?, ?> source) {
        return new Attribute(AttributePath.in(source));
    }

    /** The key of the contexts of a kind. */
    static Attribute keyOf(String kind) {
        return new Attribute(new AttributePath(kind, List.of("key")));
    }

    /** Null where it is absent. Throws what a map of the program's own throws. */
    Object read(Asked asked) {
        Object value = asked.context().get(kind);
        for (String name : path) {
            if (!(value instanceof Map<?, ?> map)) return null;
            value = map.get(name);
        }
        return value;
    }

    String unit(Asked asked) {
        return Units.of(read(asked));
    }
}
