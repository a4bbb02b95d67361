// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import java.util.Map;
import java.util.Optional;

/** What the server answers with as {@code Ruleset}. */
public final class Ruleset extends Model {

    private Ruleset(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Ruleset fromJson(Object json) {
        return new Ruleset(json);
    }

    /**
     * The field {@code format}.
     *
     * @return {@code format}
     */
    public long format() {
        return integer("format");
    }

    /**
     * The field {@code environment}.
     *
     * @return {@code environment}
     */
    public String environment() {
        return text("environment");
    }

    /**
     * Of the environment, when it was made.
     *
     * @return {@code revision}
     */
    public long revision() {
        return integer("revision");
    }

    /**
     * Milliseconds since 1970.
     *
     * @return {@code madeAt}
     */
    public long madeAt() {
        return integer("madeAt");
    }

    /**
     * By key of the Flag.
     *
     * @return {@code flags}
     */
    public Map<String, Map<String, Object>> flags() {
        return map("flags", Decoders.map(Decoders.JSON));
    }

    /**
     * Those that flags ask for.
     *
     * @return {@code segments}
     */
    public Map<String, Map<String, Object>> segments() {
        return map("segments", Decoders.map(Decoders.JSON));
    }

    /**
     * Those that flags name.
     *
     * @return {@code entitlements}
     */
    public Map<String, Map<String, Object>> entitlements() {
        return map("entitlements", Decoders.map(Decoders.JSON));
    }

    /**
     * By id: plan and overrides. Absent where no flag asks for an entitlement.
     *
     * @return {@code tenants}; empty where there is none
     */
    public Optional<Map<String, Map<String, Object>>> tenants() {
        return optionalMap("tenants", Decoders.map(Decoders.JSON));
    }

    /**
     * There where {@code tenants} has no plans, since too many tenants are on one: contexts have to name
     * {@code tenant.plan}.
     *
     * @return {@code plans}; empty where there is none
     */
    public Optional<String> plans() {
        return optionalText("plans");
    }

    /**
     * By kind of context: attributes that are not to be reported.
     *
     * @return {@code sensitive}; empty where there is none
     */
    public Optional<Map<String, Object>> sensitive() {
        return optionalMap("sensitive", Decoders.JSON);
    }
}
