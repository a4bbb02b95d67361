package dev.dream.sdk.core;

/**
 * Makes of JSON what a program works with.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface Decoder<T> {
    /**
     * The value of some JSON.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it; {@code null} only where that is a whole answer
     * @return the value
     * @throws dev.dream.sdk.errors.ResponseException where it has another form
     */
    T decode(Object json);
}
