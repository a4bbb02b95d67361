package dev.dream.sdk.flags.evaluation;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Kinds of context that the rules ask for; an object of that name in a flat context is one. */
public final class NamedKinds {

    private final Set<String> found = new HashSet<>();
    private final Deque<Object> waiting = new ArrayDeque<>();

    private NamedKinds() {}

    /**
     * The kinds of a ruleset.
     *
     * @param ruleset may be anything
     * @return their names, in no order
     */
    public static Set<String> of(Map<?, ?> ruleset) {
        NamedKinds kinds = new NamedKinds();
        for (String part : List.of("flags", "segments")) {
            if (!(ruleset.get(part) instanceof Map<?, ?> entries)) continue;
            for (Object one : entries.values()) if (one instanceof Map<?, ?> map) kinds.begin(map);
        }
        kinds.search();
        return kinds.found;
    }

    /** A flag or a segment. Variations hold what users wrote, and say nothing of kinds. */
    private void begin(Map<?, ?> one) {
        if (Fields.has(one, "entitlement")) found.add("tenant");
        for (String named : List.of("include", "exclude")) {
            if (!(one.get(named) instanceof Map<?, ?> keys)) continue;
            for (Object kind : keys.keySet()) found.add(String.valueOf(kind));
        }
        for (String part : List.of("fallthrough", "rules", "schedule", "targets")) wait(one.get(part));
    }

    private void search() {
        while (!waiting.isEmpty()) {
            Object part = waiting.pop();
            if (part instanceof Collection<?> list) list.forEach(this::wait);
            if (!(part instanceof Map<?, ?> map)) continue;
            // The values that are compared and the numbers of a pattern name no kinds, and may be many.
            if (map.get("kind") instanceof String kind) found.add(kind);
            else {
                map.forEach((name, value) -> {
                    if (!"tests".equals(name)) wait(value);
                });
            }
        }
    }

    private void wait(Object part) {
        if (part instanceof Map<?, ?> || part instanceof Collection<?>) waiting.push(part);
    }
}
