package dev.dream.sdk.flags;

import dev.dream.sdk.flags.evaluation.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every flag for one context, in one version of the rules. */
public final class AllFlags {

    private final long revision;
    private final Map<String, Outcome> outcomes;

    AllFlags(long revision, Map<String, Outcome> outcomes) {
        this.revision = revision;
        this.outcomes = outcomes;
    }

    /** {@return of the environment; 0 while there is nothing to evaluate} */
    public long revision() {
        return revision;
    }

    /** {@return the keys of all flags, in the order of the ruleset} */
    public List<String> keys() {
        return List.copyOf(outcomes.keySet());
    }

    /**
     * One of them.
     *
     * @param key of the flag
     * @return empty where there is no such flag; the value is null where a flag has none
     */
    public Optional<FlagDetail<Object>> get(String key) {
        return Optional.ofNullable(outcomes.get(key)).map(outcome -> FlagDetail.of(outcome, null, FlagType.JSON));
    }

    /** {@return the values of those that have one, by key} */
    public Map<String, Object> toMap() {
        Map<String, Object> values = new LinkedHashMap<>();
        outcomes.forEach((key, outcome) -> {
            if (outcome.hasValue()) values.put(key, outcome.value());
        });
        return Collections.unmodifiableMap(values);
    }
}
