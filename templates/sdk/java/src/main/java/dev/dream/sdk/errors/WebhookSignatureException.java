package dev.dream.sdk.errors;

/** What came is no event of Dream, or cannot be told from one that is not: answer 400, and do nothing else. */
public class WebhookSignatureException extends DreamException {

    private static final long serialVersionUID = 1L;

    /** Why the event is not to be believed. */
    private final String code;

    /**
     * An error with its code.
     *
     * @param code one of those of {@link #code()}
     * @param message what is wrong
     */
    public WebhookSignatureException(String code, String message) {
        super(message);
        this.code = code;
    }

    /**
     * Why the event is not to be believed.
     *
     * @return {@code missing-signature}, {@code malformed-signature}, {@code body-was-parsed}, {@code no-match},
     *     {@code too-old}, {@code too-new} or {@code malformed-body}
     */
    public String code() {
        return code;
    }
}
