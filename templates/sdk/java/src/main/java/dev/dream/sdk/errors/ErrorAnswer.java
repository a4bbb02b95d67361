package dev.dream.sdk.errors;

import java.util.Map;

/**
 * What a {@link PlatformException} is made of.
 *
 * @param status the status of HTTP
 * @param code {@code tenants/not-found}
 * @param message for developers
 * @param userMessage safe to show to anybody
 * @param param what is wrong, or {@code null}
 * @param requestId what the server's log calls the request, or {@code null}
 * @param details JSON, or {@code null}
 * @param retryAfter seconds after which it may be worth trying again, or {@code null}
 * @param headers by names in lower case
 * @param body JSON where it is that, else the text
 */
public record ErrorAnswer(
    int status,
    String code,
    String message,
    String userMessage,
    String param,
    String requestId,
    Object details,
    Double retryAfter,
    Map<String, String> headers,
    Object body
) {}
