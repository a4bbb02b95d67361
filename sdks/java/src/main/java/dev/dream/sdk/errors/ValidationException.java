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

    /**
     * An error that the program throws itself, with status 400; a middleware answers it as it is.
     *
     * @param code {@code seats/taken}
     * @param message for developers
     * @param userMessage safe to show to anybody
     */
    public ValidationException(String code, String message, String userMessage) {
        super(ErrorAnswer.of(400, code, message, userMessage));
    }
}
