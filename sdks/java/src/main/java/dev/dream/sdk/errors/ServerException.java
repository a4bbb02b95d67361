package dev.dream.sdk.errors;

/** 500 and above: the server, or something before it, could not do it. */
public class ServerException extends PlatformException {

    private static final long serialVersionUID = 1L;

    /**
     * The error that an answer stands for.
     *
     * @param answer what the server said
     */
    public ServerException(ErrorAnswer answer) {
        super(answer);
    }
}
