package dev.dream.sdk.errors;

/** A setting or an argument that cannot be meant; nothing was sent. */
public class ConfigurationException extends DreamException {

    private static final long serialVersionUID = 1L;

    /**
     * An error with its text.
     *
     * @param message what is wrong
     */
    public ConfigurationException(String message) {
        super(message);
    }

    /**
     * An error with its text and what led to it.
     *
     * @param message what is wrong
     * @param cause what led to it, or {@code null}
     */
    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
