package dev.dream.sdk.json;

import dev.dream.sdk.errors.DreamException;

/** A text that is no JSON, or a value that JSON cannot hold. */
public class JsonException extends DreamException {

    private static final long serialVersionUID = 1L;

    /**
     * An error with its text.
     *
     * @param message what is wrong, without any of the text or value itself
     */
    public JsonException(String message) {
        super(message);
    }
}
