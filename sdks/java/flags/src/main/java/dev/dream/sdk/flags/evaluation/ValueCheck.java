package dev.dream.sdk.flags.evaluation;

/** Whether a value passes a test. An attribute that is absent arrives as null. */
@FunctionalInterface
interface ValueCheck {
    boolean passes(Object value);
}
