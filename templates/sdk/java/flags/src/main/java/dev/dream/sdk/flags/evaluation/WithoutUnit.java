package dev.dream.sdk.flags.evaluation;

/** What becomes of a value that cannot be dealt. */
enum WithoutUnit {
    /** An error. */
    ERROR,
    /** It has the position 0, as LaunchDarkly has it. */
    FIRST,
    /** It takes no part in the rollout, as the others have it. */
    PASSES,
}
