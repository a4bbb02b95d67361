package dev.dream.sdk;

import java.util.Map;
import java.util.Optional;

/**
 * An answer with what came around its value.
 *
 * @param <T> what the value is
 * @param value the value; {@code null} where the answer has none
 * @param status of HTTP
 * @param headers values by names in lower case; those of one name are joined by {@code ", "}
 * @param requestId what the server's log calls the request
 * @param attempts how many requests it took
 */
public record RawAnswer<T>(T value, int status, Map<String, String> headers, Optional<String> requestId, int attempts) {
    /**
     * An answer, where no headers are none.
     *
     * @param value the value; {@code null} where the answer has none
     * @param status of HTTP
     * @param headers values by names in lower case; those of one name are joined by {@code ", "}
     * @param requestId what the server's log calls the request
     * @param attempts how many requests it took
     */
    public RawAnswer {
        if (headers == null) headers = Map.of();
    }

    /** With the names of the headers: a value may be a secret, such as a cookie. */
    @Override
    public String toString() {
        return (
            "RawAnswer[value=" +
            value +
            ", status=" +
            status +
            ", headers=" +
            headers.keySet() +
            ", requestId=" +
            requestId +
            ", attempts=" +
            attempts +
            "]"
        );
    }
}
