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
}
