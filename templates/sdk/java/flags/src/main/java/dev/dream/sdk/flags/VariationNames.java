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

    /** What targets and rules give: names that have to be there still when the variations become others. */
    static List<Object> served(Map<String, Object> rules) {
        List<Map<?, ?>> serving = new ArrayList<>(records(rules.get("targets")));
        for (Map<?, ?> rule : records(rules.get("rules"))) {
            if (!(rule.get("serve") instanceof Map<?, ?> serve)) continue;
            serving.add(serve);
            if (serve.get("rollout") instanceof Map<?, ?> rollout) serving.addAll(records(rollout.get("parts")));
        }
        List<Object> names = new ArrayList<>();
        for (Map<?, ?> one : serving) if (one.get("variation") != null) names.add(one.get("variation"));
        return names;
    }

    private static List<Map<?, ?>> records(Object value) {
        List<Map<?, ?>> records = new ArrayList<>();
        if (value instanceof List<?> list) for (Object one : list) if (one instanceof Map<?, ?> map) records.add(map);
        return records;
    }
}
