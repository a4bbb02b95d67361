package dev.dream.sdk;

import java.time.Duration;
import java.util.Optional;

/**
 * Another attempt will be made after a wait.
 *
 * @param operation its id: {@code tenants.get}
 * @param method of HTTP
 * @param url the address without its query
 * @param attempt the one that came to nothing, from 1
 * @param status of HTTP; absent where no answer came
 * @param elapsed since the attempt began
 * @param requestId what the server's log calls the request
 * @param delay until the next attempt
 */
public record RetryEvent(
    String operation,
    String method,
    String url,
    int attempt,
    Optional<Integer> status,
    Duration elapsed,
    Optional<String> requestId,
    Duration delay
) {}
