// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.time.Instant;
import java.util.Optional;

/** What the server answers with as {@code EntitlementOverride}. */
public final class EntitlementOverride extends Model {

    private EntitlementOverride(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static EntitlementOverride fromJson(Object json) {
        return new EntitlementOverride(json);
    }

    /**
     * The field {@code tenantId}.
     *
     * @return {@code tenantId}
     */
    public String tenantId() {
        return text("tenantId");
    }

    /**
     * Key of the Entitlement.
     *
     * @return {@code entitlement}
     */
    public String entitlement() {
        return text("entitlement");
    }

    /**
     * As a plan would write it: {@code true}, {@code 500}, {@code unlimited}, <code>&#123; "min": 1, "max": 50
     * &#125;</code>, a level.
     *
     * @return JSON of one of several kinds; {@code null} where there is none
     */
    public Object value() {
        return json("value");
    }

    /**
     * As a plan would write it: {@code true}, {@code 500}, {@code unlimited}, <code>&#123; "min": 1, "max": 50
     * &#125;</code>, a level.
     *
     * @return its value; empty where there is none of this kind
     */
    public Optional<RangeValue> valueAsRangeValue() {
        return optionalObject("value", Decoders.object(TypeDecoders.rangeValue()));
    }

    /**
     * As a plan would write it: {@code true}, {@code 500}, {@code unlimited}, <code>&#123; "min": 1, "max": 50
     * &#125;</code>, a level.
     *
     * @return its value; empty where there is none of this kind
     */
    public Optional<Boolean> valueAsBool() {
        return optionalBool("value");
    }

    /**
     * As a plan would write it: {@code true}, {@code 500}, {@code unlimited}, <code>&#123; "min": 1, "max": 50
     * &#125;</code>, a level.
     *
     * @return its value; empty where there is none of this kind
     */
    public Optional<Double> valueAsNumber() {
        return optionalNumber("value");
    }

    /**
     * As a plan would write it: {@code true}, {@code 500}, {@code unlimited}, <code>&#123; "min": 1, "max": 50
     * &#125;</code>, a level.
     *
     * @return its value; empty where there is none of this kind
     */
    public Optional<String> valueAsText() {
        return optionalText("value");
    }

    /**
     * The field {@code reason}.
     *
     * @return {@code reason}
     */
    public String reason() {
        return text("reason");
    }

    /**
     * Null: until it is removed.
     *
     * @return {@code expiresAt}; empty where there is none
     */
    public Optional<Instant> expiresAt() {
        return optionalInstant("expiresAt");
    }

    /**
     * Whether the plan decides again.
     *
     * @return {@code expired}
     */
    public boolean expired() {
        return bool("expired");
    }

    /**
     * The field {@code createdBy}.
     *
     * @return {@code createdBy}
     */
    public String createdBy() {
        return text("createdBy");
    }

    /**
     * The field {@code createdAt}.
     *
     * @return {@code createdAt}
     */
    public Instant createdAt() {
        return instant("createdAt");
    }
}
