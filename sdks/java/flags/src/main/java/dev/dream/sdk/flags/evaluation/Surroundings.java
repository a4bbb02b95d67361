package dev.dream.sdk.flags.evaluation;

import java.util.Map;

/**
 * What all flags of a ruleset are compiled with.
 *
 * @param sticky null where nothing is remembered
 * @param planless no plan of any tenant is known but from contexts
 */
record Surroundings(Sticky sticky, Segments segments, Map<?, ?> entitlements, Map<?, ?> tenants, boolean planless) {
    /** Of a ruleset. Throws {@link Malformed} where it is none. */
    static Surroundings of(Map<?, ?> ruleset, Sticky sticky) {
        Map<?, ?> segments = Fields.optional(ruleset, "segments", Fields::objectIn);
        Map<?, ?> entitlements = Fields.optional(ruleset, "entitlements", Fields::objectIn);
        Map<?, ?> tenants = Fields.optional(ruleset, "tenants", Fields::objectIn);
        return new Surroundings(
            sticky,
            new Segments(segments == null ? Map.of() : segments),
            entitlements == null ? Map.of() : entitlements,
            tenants == null ? Map.of() : tenants,
            "in-context".equals(ruleset.get("plans"))
        );
    }
}
