package dev.dream.sdk.errors;

/** 409, 412: it does not go with how things stand now. */
public class ConflictException extends PlatformException {

    private static final long serialVersionUID = 1L;

    /**
     * The error that an answer stands for.
     *
     * @param answer what the server said
     */
    public ConflictException(ErrorAnswer answer) {
        super(answer);
    }

    /**
     * An error that the program throws itself, with status 409; a middleware answers it as it is.
     *
     * @param code {@code seats/taken}
     * @param message for developers
     * @param userMessage safe to show to anybody
     */
    public ConflictException(String code, String message, String userMessage) {
        super(ErrorAnswer.of(409, code, message, userMessage));
    }
}
