package dev.dream.sdk.flags.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Flags whose answer may be another after an update, those included that only ask for something that changed. */
public final class ChangedFlags {

    private ChangedFlags() {}

    /**
     * What changed from one ruleset to the next.
     *
     * @param before null where there was none
     * @param after the ruleset that holds now
     * @return their keys, by UTF-16 code units
     */
    public static List<String> between(Map<?, ?> before, Map<?, ?> after) {
        Map<?, ?> flags = entries(after, "flags");
        if (before == null) return sorted(flags.keySet());
        Set<Object> segments = differing(before, after, "segments");
        spread(segments, entries(after, "segments"), ChangedFlags::segmentsOfRules);
        Set<Object> entitlements = differing(before, after, "entitlements");
        boolean areTenantsOthers =
            !Objects.equals(before.get("plans"), after.get("plans")) || !differing(before, after, "tenants").isEmpty();
        Set<Object> changed = differing(before, after, "flags");
        flags.forEach((key, flag) -> {
            Object entitlement = flag instanceof Map<?, ?> map ? map.get("entitlement") : null;
            boolean isGated = entitlement != null && (areTenantsOthers || entitlements.contains(entitlement));
            if (isGated || segmentsOfRules(flag).stream().anyMatch(segments::contains)) changed.add(key);
        });
        spread(changed, flags, flag -> fieldOfEach(flag, "prerequisites", "flag"));
        return sorted(changed);
    }

    private static List<String> sorted(Collection<?> keys) {
        Set<String> texts = new TreeSet<>();
        for (Object key : keys) texts.add(String.valueOf(key));
        return List.copyOf(texts);
    }

    /** Those that are other ones, new, or gone. An entry that a patch left alone is the same object. */
    private static Set<Object> differing(Map<?, ?> before, Map<?, ?> after, String part) {
        Map<?, ?> old = entries(before, part);
        Map<?, ?> now = entries(after, part);
        Set<Object> others = new HashSet<>();
        now.forEach((key, value) -> {
            Object known = old.get(key);
            if (known != value && !Objects.equals(known, value)) others.add(key);
        });
        for (Object key : old.keySet()) if (!now.containsKey(key)) others.add(key);
        return others;
    }

    /** Adds whatever asks for one that is in the set, until nothing is left to add. */
    private static void spread(Set<Object> found, Map<?, ?> all, Function<Object, List<Object>> asks) {
        Map<Object, List<Object>> askers = new HashMap<>();
        all.forEach((key, one) -> {
            for (Object asked : asks.apply(one)) askers.computeIfAbsent(asked, any -> new ArrayList<>()).add(key);
        });
        Deque<Object> waiting = new ArrayDeque<>(found);
        while (!waiting.isEmpty()) {
            for (Object asker : askers.getOrDefault(waiting.pop(), List.of())) {
                if (found.add(asker)) waiting.push(asker);
            }
        }
    }

    private static List<Object> segmentsOfRules(Object one) {
        List<Object> segments = new ArrayList<>();
        for (Object test : fieldOfEach(one, "rules", "if")) collectSegments(test, segments);
        return segments;
    }

    /** Of a test of whatever kind: those that the tests in it name. */
    private static void collectSegments(Object test, List<Object> found) {
        if (test instanceof List<?> list) list.forEach(one -> collectSegments(one, found));
        if (!(test instanceof Map<?, ?> map)) return;
        boolean isSegment = "segment".equals(map.get("op"));
        if (isSegment && map.get("keys") instanceof List<?> keys) found.addAll(keys);
        else collectSegments(map.get("of"), found);
    }

    /** A field of each object of a list; nothing where something is no such thing. */
    private static List<Object> fieldOfEach(Object holder, String list, String field) {
        List<Object> values = new ArrayList<>();
        if (!(holder instanceof Map<?, ?> map) || !(map.get(list) instanceof List<?> members)) return values;
        for (Object member : members) {
            Object value = member instanceof Map<?, ?> fields ? fields.get(field) : null;
            if (value != null) values.add(value);
        }
        return values;
    }

    private static Map<?, ?> entries(Map<?, ?> ruleset, String part) {
        return ruleset.get(part) instanceof Map<?, ?> found ? found : Map.of();
    }
}
