package dev.dream.sdk.errors;

/** 401: no key, or one that is not valid; a user's token that has expired. */
public class AuthenticationException extends PlatformException {

    private static final long serialVersionUID = 1L;

    /**
     * The error that an answer stands for.
     *
     * @param answer what the server said
     */
    public AuthenticationException(ErrorAnswer answer) {
        super(answer);
    }

    /**
     * An error that the program throws itself, with status 401; a middleware answers it as it is.
     *
     * @param code {@code seats/taken}
     * @param message for developers
     * @param userMessage safe to show to anybody
     */
    public AuthenticationException(String code, String message, String userMessage) {
        super(ErrorAnswer.of(401, code, message, userMessage));
    }
}
