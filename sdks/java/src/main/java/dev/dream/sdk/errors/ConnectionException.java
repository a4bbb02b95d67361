package dev.dream.sdk.errors;

/** No answer came, or it broke off; {@link #getCause()} says more. */
public class ConnectionException extends DreamException {

    private static final long serialVersionUID = 1L;

    /**
     * An error with its text.
     *
     * @param message what is wrong
     */
    public ConnectionException(String message) {
        super(message);
    }

    /**
     * An error with its text and what led to it.
     *
     * @param message what is wrong
     * @param cause what led to it, or {@code null}
     */
    public ConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
