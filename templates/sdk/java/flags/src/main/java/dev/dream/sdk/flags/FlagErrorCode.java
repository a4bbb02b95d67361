package dev.dream.sdk.flags;

/** Why the default given in code was taken, in OpenFeature's words. */
public enum FlagErrorCode {
    /** There is nothing to evaluate yet. */
    PROVIDER_NOT_READY,
    /** There is no such flag. */
    FLAG_NOT_FOUND,
    /** The flag, or all that the server sent, cannot be read. */
    PARSE_ERROR,
    /** The flag's value is of another type than the default. */
    TYPE_MISMATCH,
    /** What a rollout deals is not there. */
    TARGETING_KEY_MISSING,
    /** The context is none, or lacks what the flag needs. */
    INVALID_CONTEXT,
    /** Anything else. */
    GENERAL,
}
