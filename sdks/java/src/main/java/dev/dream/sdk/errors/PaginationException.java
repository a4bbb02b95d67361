package dev.dream.sdk.errors;

/** A list gave a cursor a second time, so it would never end. */
public class PaginationException extends DreamException {

    private static final long serialVersionUID = 1L;

    /**
     * An error with its text.
     *
     * @param message what is wrong
     */
    public PaginationException(String message) {
        super(message);
    }

    /**
     * An error with its text and what led to it.
     *
     * @param message what is wrong
     * @param cause what led to it, or {@code null}
     */
    public PaginationException(String message, Throwable cause) {
        super(message, cause);
    }
}
