package dev.dream.sdk.flags;

/** Why an answer is what it is: OpenFeature's words, and one of ours. */
public enum FlagReason {
    /** The flag asks nothing of anybody. */
    STATIC,
    /** No target and no rule fitted. */
    DEFAULT,
    /** A target or a rule decided. */
    TARGETING_MATCH,
    /** A rollout decided. */
    SPLIT,
    /** The flag is off, or a prerequisite is not met. */
    DISABLED,
    /** The tenant's plan does not grant the entitlement. */
    PLAN_RESTRICTION,
    /** See the error code. */
    ERROR;

    static FlagReason of(String text) {
        return text.equals("plan_restriction") ? PLAN_RESTRICTION : valueOf(text);
    }

    /** {@return the word as it is written everywhere: {@code plan_restriction} in small letters, the others as they are here} */
    @Override
    public String toString() {
        return this == PLAN_RESTRICTION ? "plan_restriction" : name();
    }
}
