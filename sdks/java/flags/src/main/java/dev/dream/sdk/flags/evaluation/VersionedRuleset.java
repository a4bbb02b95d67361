package dev.dream.sdk.flags.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A ruleset and the version that the server knows it by, which is also its entity tag.
 *
 * @param version of the rules
 * @param ruleset as JSON
 */
public record VersionedRuleset(String version, Map<?, ?> ruleset) {
    /** The parts of a ruleset in which a patch says what is different by key. */
    private static final Set<String> ENTRIES = Set.of("flags", "segments", "entitlements", "tenants", "sensitive");

    /**
     * A ruleset with its version, as somebody sent or kept it.
     *
     * @param json parsed; may be anything
     * @return null where it is none
     */
    public static VersionedRuleset read(Object json) {
        if (!(json instanceof Map<?, ?> fields) || !(fields.get("version") instanceof String version)) return null;
        if (!(fields.get("ruleset") instanceof Map<?, ?> ruleset) || !isFirstFormat(ruleset)) return null;
        // The evaluator reads the rest of it with the same care, flag by flag.
        return ruleset.get("flags") instanceof Map<?, ?> ? new VersionedRuleset(version, ruleset) : null;
    }

    /**
     * What a patch makes of this.
     *
     * @param json the patch, parsed; may be anything
     * @return null where it is none, or is one for another version: who gets one asks for the whole again
     */
    public VersionedRuleset patched(Object json) {
        if (!(json instanceof Map<?, ?> patch) || !isFirstFormat(patch)) return null;
        if (!version.equals(patch.get("from")) || !(patch.get("version") instanceof String next)) return null;
        Map<Object, Object> after = new LinkedHashMap<>(ruleset);
        after.put("revision", patch.get("revision"));
        after.put("madeAt", patch.get("madeAt"));
        for (String part : ENTRIES) {
            if (!patch.containsKey(part)) continue;
            if (!(patch.get(part) instanceof Map<?, ?> changed)) return null;
            after.put(part, merged(after.get(part), changed));
        }
        if (patch.get("plans") != null) after.put("plans", patch.get("plans"));
        else if (patch.containsKey("plans")) after.remove("plans");
        // Programs are given it, and must not change what is evaluated.
        return new VersionedRuleset(next, Collections.unmodifiableMap(after));
    }

    /** {@return what {@link #read} takes} */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", version);
        json.put("ruleset", ruleset);
        return json;
    }

    private static boolean isFirstFormat(Map<?, ?> fields) {
        return fields.get("format") instanceof Number format && format.doubleValue() == 1;
    }

    /** Null takes an entry away. */
    private static Map<Object, Object> merged(Object entries, Map<?, ?> changed) {
        Map<Object, Object> all = new LinkedHashMap<>(entries instanceof Map<?, ?> map ? map : Map.of());
        changed.forEach((key, value) -> {
            if (value == null) all.remove(key);
            else all.put(key, value);
        });
        return Collections.unmodifiableMap(all);
    }
}
