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
}
