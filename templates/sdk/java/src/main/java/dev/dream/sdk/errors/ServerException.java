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

    /**
     * An error that the program throws itself, with status 500; a middleware answers it as it is.
     *
     * @param code {@code seats/taken}
     * @param message for developers
     * @param userMessage safe to show to anybody
     */
    public ServerException(String code, String message, String userMessage) {
        super(ErrorAnswer.of(500, code, message, userMessage));
    }
}
