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
}
