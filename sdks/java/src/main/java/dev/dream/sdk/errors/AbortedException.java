package dev.dream.sdk.errors;

/** The caller ended the call, by its {@code Abort} or by interrupting its thread. */
public class AbortedException extends DreamException {

    private static final long serialVersionUID = 1L;

    /**
     * An error with its text.
     *
     * @param message what is wrong
     */
    public AbortedException(String message) {
        super(message);
    }

    /**
     * An error with its text and what led to it.
     *
     * @param message what is wrong
     * @param cause what led to it, or {@code null}
     */
    public AbortedException(String message, Throwable cause) {
        super(message, cause);
    }
}
