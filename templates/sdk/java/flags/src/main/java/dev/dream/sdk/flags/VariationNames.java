package dev.dream.sdk.flags;

import dev.dream.sdk.errors.ConfigurationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of variations that calls of tests give. */
final class VariationNames {

    private VariationNames() {}

    /**
     * Refuses a name that none of the flag's variations has. One such name makes the whole flag unreadable: all who ask
     * would get their defaults, and the test would not see why.
     */
    static void check(String flag, Object variations, Collection<?> names) {
        Collection<?> known = variations instanceof Map<?, ?> map ? map.keySet() : List.of();
        for (Object name : names) {
            // Not by `contains`: there are maps that throw for null.
            if (known.stream().anyMatch(one -> one.equals(name))) continue;
            String all = known
                .stream()
                .map(one -> "`" + one + "`")
                .collect(Collectors.joining(", "));
            throw new ConfigurationException(
                "The flag `" +
                    flag +
                    "` has no variation `" +
                    name +
                    "`: it has " +
                    (all.isEmpty() ? "none" : all) +
                    "."
            );
        }
    }

    /**
     * What targets, rules, a schedule and an experiment give: names that have to be there still when the variations
     * become others. In this order, which decides of which of several a test is told.
     */
    static List<Object> served(Map<String, Object> rules) {
        List<Map<?, ?>> serving = new ArrayList<>(records(rules.get("targets")));
        for (Map<?, ?> rule : records(rules.get("rules"))) serving.addAll(record(rule.get("serve")));
        for (Map<?, ?> change : records(rules.get("schedule"))) serving.addAll(record(change.get("fallthrough")));
        List<Object> names = new ArrayList<>();
        for (Map<?, ?> one : serving) {
            names.add(one.get("variation"));
            for (Map<?, ?> rollout : record(one.get("rollout"))) {
                for (Map<?, ?> part : records(rollout.get("parts"))) names.add(part.get("variation"));
            }
        }
        for (Map<?, ?> experiment : record(rules.get("experiment"))) names.add(experiment.get("control"));
        // A part of a rollout may give none.
        names.removeIf(name -> !(name instanceof String));
        return names;
    }

    private static List<Map<?, ?>> record(Object value) {
        return value instanceof Map<?, ?> map ? List.of(map) : List.of();
    }

    private static List<Map<?, ?>> records(Object value) {
        List<Map<?, ?>> records = new ArrayList<>();
        if (value instanceof List<?> list) for (Object one : list) if (one instanceof Map<?, ?> map) records.add(map);
        return records;
    }
}
