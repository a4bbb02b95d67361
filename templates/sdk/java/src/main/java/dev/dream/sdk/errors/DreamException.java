package dev.dream.sdk.errors;

/** Everything that this SDK throws. */
public class DreamException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * An error with its text.
     *
     * @param message what is wrong
     */
    public DreamException(String message) {
        super(message);
    }

    /**
     * An error with its text and what led to it.
     *
     * @param message what is wrong
     * @param cause what led to it, or {@code null}
     */
    public DreamException(String message, Throwable cause) {
        super(message, cause);
    }
}
