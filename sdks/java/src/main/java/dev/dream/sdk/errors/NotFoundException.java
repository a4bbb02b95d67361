package dev.dream.sdk.errors;

/** 404, 410: there is no such thing, or no longer. */
public class NotFoundException extends PlatformException {

    private static final long serialVersionUID = 1L;

    /**
     * The error that an answer stands for.
     *
     * @param answer what the server said
     */
    public NotFoundException(ErrorAnswer answer) {
        super(answer);
    }

    /**
     * An error that the program throws itself, with status 404; a middleware answers it as it is.
     *
     * @param code {@code seats/taken}
     * @param message for developers
     * @param userMessage safe to show to anybody
     */
    public NotFoundException(String code, String message, String userMessage) {
        super(ErrorAnswer.of(404, code, message, userMessage));
    }
}
