package dev.dream.sdk.internal;

/**
 * The JSON of an answer.
 *
 * @param json {@code null} where there is none
 * @param redaction keeps the keys of the request out of what is said of it
 */
record JsonAnswer(Object json, Redaction redaction) {}
