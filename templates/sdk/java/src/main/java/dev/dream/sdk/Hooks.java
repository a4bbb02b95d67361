package dev.dream.sdk;

/**
 * What a client tells about its requests, for logs and figures. Keys, tokens, bodies and headers are never part of it.
 * A hook is called in the thread of the call, and what it throws changes nothing.
 */
public interface Hooks {
    /**
     * Before each attempt.
     *
     * @param event what is asked
     */
    default void onRequest(RequestEvent event) {}

    /**
     * When the head of an answer has come, whatever its status.
     *
     * @param event what was asked, and how it was answered
     */
    default void onResponse(ResponseEvent event) {}

    /**
     * Before the wait for another attempt.
     *
     * @param event what was asked, and how long will be waited
     */
    default void onRetry(RetryEvent event) {}
}
