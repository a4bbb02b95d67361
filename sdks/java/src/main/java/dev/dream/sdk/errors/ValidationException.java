package dev.dream.sdk.errors;

/** 400, 413, 415, 422: the request is not as it must be. */
public class ValidationException extends PlatformException {

    private static final long serialVersionUID = 1L;

    /**
     * The error that an answer stands for.
     *
     * @param answer what the server said
     */
    public ValidationException(ErrorAnswer answer) {
        super(answer);
    }
}
