package dev.dream.sdk.flags.evaluation;

/** What is found for a context; null where it is left to what comes next. */
@FunctionalInterface
interface Answer {
    Outcome to(Asked asked);
}
