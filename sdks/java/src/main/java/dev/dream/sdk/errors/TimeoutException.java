package dev.dream.sdk.errors;

/** No answer came in time. */
public class TimeoutException extends ConnectionException {

    private static final long serialVersionUID = 1L;

    /**
     * An error with its text.
     *
     * @param message what is wrong
     */
    public TimeoutException(String message) {
        super(message);
    }

    /**
     * An error with its text and what led to it.
     *
     * @param message what is wrong
     * @param cause what led to it, or {@code null}
     */
    public TimeoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
