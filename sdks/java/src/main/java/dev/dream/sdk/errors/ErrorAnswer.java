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
 * @param headers by names in lower case; {@code null} where no server answered so
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
) {
    /**
     * What a program itself says is wrong, for an exception that it throws; no server answered so.
     *
     * @param status the status of HTTP that it stands for
     * @param code {@code seats/taken}
     * @param message for developers
     * @param userMessage safe to show to anybody
     * @return it, with nothing else said
     */
    public static ErrorAnswer of(int status, String code, String message, String userMessage) {
        return new ErrorAnswer(status, code, message, userMessage, null, null, null, null, null, null);
    }

    /**
     * The same, about something of the request.
     *
     * @param other what is wrong, or {@code null}
     * @return another one
     */
    public ErrorAnswer param(String other) {
        return new ErrorAnswer(
            status,
            code,
            message,
            userMessage,
            other,
            requestId,
            details,
            retryAfter,
            headers,
            body
        );
    }

    /**
     * The same, for some time.
     *
     * @param seconds after which it may be worth trying again
     * @return another one
     */
    public ErrorAnswer retryAfter(double seconds) {
        return new ErrorAnswer(status, code, message, userMessage, param, requestId, details, seconds, headers, body);
    }
}
