package dev.dream.sdk.errors;

import java.util.Map;

/**
 * An answer that has not the form it must have: a page of something in between, a redirect, broken JSON, a field that
 * is always there and is not.
 */
public class ResponseException extends DreamException {

    private static final long serialVersionUID = 1L;

    /** The status of HTTP, or 0. */
    private final int status;
    private final transient Map<String, String> headers;
    /** The body as it came. */
    private final String body;

    /**
     * An error about a whole answer.
     *
     * @param message what is wrong
     * @param status the status of HTTP
     * @param headers by names in lower case
     * @param body as it came
     */
    public ResponseException(String message, int status, Map<String, String> headers, String body) {
        super(message);
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * An error that was noticed when a value was read, after its answer.
     *
     * @param message what is wrong
     */
    public ResponseException(String message) {
        this(message, 0, Map.of(), "");
    }

    /**
     * The status of HTTP.
     *
     * @return the status; 0 where a field was missing when it was read
     */
    public int status() {
        return status;
    }

    /**
     * The headers of the answer.
     *
     * @return values by names in lower case
     */
    public Map<String, String> headers() {
        return headers == null ? Map.of() : headers;
    }

    /**
     * The body of the answer.
     *
     * @return the text as it came
     */
    public String body() {
        return body;
    }
}
