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
}
