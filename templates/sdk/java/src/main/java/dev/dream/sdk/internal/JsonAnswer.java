package dev.dream.sdk.internal;

/**
 * The JSON of an answer.
 *
 * @param isThere false for an answer without a body, which is none of {@code null}
 * @param json {@code null} where there is none, too
 * @param redaction keeps the keys of the request out of what is said of it
 */
record JsonAnswer(boolean isThere, Object json, Redaction redaction) {}
