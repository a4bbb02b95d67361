package dev.dream.sdk.errors;

/** 429: too many requests, or more than a plan grants; see {@link #retryAfter()}. */
public class RateLimitException extends PlatformException {

    private static final long serialVersionUID = 1L;

    /**
     * The error that an answer stands for.
     *
     * @param answer what the server said
     */
    public RateLimitException(ErrorAnswer answer) {
        super(answer);
    }

    /**
     * An error that the program throws itself, with status 429; a middleware answers it as it is.
     *
     * @param code {@code seats/taken}
     * @param message for developers
     * @param userMessage safe to show to anybody
     */
    public RateLimitException(String code, String message, String userMessage) {
        super(ErrorAnswer.of(429, code, message, userMessage));
    }
}
