package dev.dream.sdk.flags.evaluation;

/**
 * A part of a rollout.
 *
 * @param upTo exclusive, of 100,000
 * @param isGap whoever is dealt it takes no part in the rollout
 */
record DealtPart(int upTo, boolean isGap) {}
