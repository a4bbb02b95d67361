package dev.dream.sdk.errors;

/** 403: the key or the user may not do this. */
public class AuthorizationException extends PlatformException {

    private static final long serialVersionUID = 1L;

    /**
     * The error that an answer stands for.
     *
     * @param answer what the server said
     */
    public AuthorizationException(ErrorAnswer answer) {
        super(answer);
    }

    /**
     * An error that the program throws itself, with status 403; a middleware answers it as it is.
     *
     * @param code {@code seats/taken}
     * @param message for developers
     * @param userMessage safe to show to anybody
     */
    public AuthorizationException(String code, String message, String userMessage) {
        super(ErrorAnswer.of(403, code, message, userMessage));
    }
}
