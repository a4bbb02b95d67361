package dev.dream.sdk;

import java.time.Duration;
import java.util.Optional;

/**
 * The head of an answer has come.
 *
 * @param operation its id: {@code tenants.get}
 * @param method of HTTP
 * @param url the address without its query
 * @param attempt from 1
 * @param status of HTTP
 * @param elapsed since the attempt began
 * @param requestId what the server's log calls the request
 */
public record ResponseEvent(
    String operation,
    String method,
    String url,
    int attempt,
    int status,
    Duration elapsed,
    Optional<String> requestId
) {}
