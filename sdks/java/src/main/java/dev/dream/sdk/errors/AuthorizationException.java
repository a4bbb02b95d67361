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
}
