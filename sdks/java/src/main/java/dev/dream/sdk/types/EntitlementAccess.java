// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.time.Instant;
import java.util.Optional;

/** What the server answers with as {@code EntitlementAccess}. */
public final class EntitlementAccess extends Model {

    private EntitlementAccess(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static EntitlementAccess fromJson(Object json) {
        return new EntitlementAccess(json);
    }

    /**
     * Whether the tenant has it at all; of an amount, {@code remaining} says how much.
     *
     * @return {@code entitled}
     */
    public boolean entitled() {
        return bool("entitled");
    }

    /**
     * The field {@code type}.
     *
     * @return {@code type}
     */
    public EntitlementAccessType type() {
        return object("type", TypeDecoders.entitlementAccessType());
    }

    /**
     * The most of a quantity; null: unlimited.
     *
     * @return {@code limit}; empty where there is none
     */
    public Optional<Double> limit() {
        return optionalNumber("limit");
    }

    /**
     * The least of a range.
     *
     * @return {@code min}; empty where there is none
     */
    public Optional<Double> min() {
        return optionalNumber("min");
    }

    /**
     * The most of a range; null: unlimited.
     *
     * @return {@code max}; empty where there is none
     */
    public Optional<Double> max() {
        return optionalNumber("max");
    }

    /**
     * The field {@code unlimited}.
     *
     * @return {@code unlimited}; empty where there is none
     */
    public Optional<Boolean> unlimited() {
        return optionalBool("unlimited");
    }

    /**
     * In the present period.
     *
     * @return {@code used}; empty where there is none
     */
    public Optional<Long> used() {
        return optionalInteger("used");
    }

    /**
     * Absent where nothing limits it.
     *
     * @return {@code remaining}; empty where there is none
     */
    public Optional<Double> remaining() {
        return optionalNumber("remaining");
    }

    /**
     * What happens at the limit.
     *
     * @return {@code whenExceeded}; empty where there is none
     */
    public Optional<EntitlementAccessWhenExceeded> whenExceeded() {
        return optionalObject("whenExceeded", TypeDecoders.entitlementAccessWhenExceeded());
    }

    /**
     * The count starts again from zero. Absent: never.
     *
     * @return {@code resetsAt}; empty where there is none
     */
    public Optional<Instant> resetsAt() {
        return optionalInstant("resetsAt");
    }

    /**
     * Of a custom entitlement.
     *
     * @return {@code level}; empty where there is none
     */
    public Optional<String> level() {
        return optionalText("level");
    }

    /**
     * Key of the lowest plan on sale that grants it.
     *
     * @return {@code requiredPlan}; empty where there is none
     */
    public Optional<String> requiredPlan() {
        return optionalText("requiredPlan");
    }

    /**
     * Why the tenant does not have it.
     *
     * @return {@code reason}; empty where there is none
     */
    public Optional<EntitlementAccessReason> reason() {
        return optionalObject("reason", TypeDecoders.entitlementAccessReason());
    }

    /**
     * What that rests on.
     *
     * @return {@code source}; empty where there is none
     */
    public Optional<EntitlementAccessSource> source() {
        return optionalObject("source", TypeDecoders.entitlementAccessSource());
    }

    /**
     * The override ends then, and the plan decides.
     *
     * @return {@code expiresAt}; empty where there is none
     */
    public Optional<Instant> expiresAt() {
        return optionalInstant("expiresAt");
    }
}
