package dev.dream.sdk.errors;

import java.util.Map;
import java.util.Optional;

/**
 * The server answered with an error. {@link #getMessage()} is all of it in one line; {@link #message()} is its own
 * text. A program may throw one itself, for a middleware to answer.
 */
public class PlatformException extends DreamException {

    private static final long serialVersionUID = 1L;

    /** The status of HTTP. */
    private final int status;
    /** What is wrong, for programs. */
    private final String code;
    /** What is wrong, for developers. */
    private final String message;
    /** What is wrong, for anybody. */
    private final String userMessage;
    /** What of the request is wrong, or {@code null}. */
    private final String param;
    /** What the server's log calls the request, or {@code null}. */
    private final String requestId;
    /** Seconds, or {@code null}. */
    private final Double retryAfter;
    /** Whether a server answered so. */
    private final boolean isAnswer;
    private final transient Object details;
    private final transient Map<String, String> headers;
    private final transient Object body;

    /**
     * The error that an answer stands for.
     *
     * @param answer what the server said
     */
    public PlatformException(ErrorAnswer answer) {
        super(textOf(answer));
        status = answer.status();
        code = answer.code();
        message = answer.message();
        userMessage = answer.userMessage();
        param = answer.param();
        requestId = answer.requestId();
        retryAfter = answer.retryAfter();
        isAnswer = answer.headers() != null;
        details = answer.details();
        headers = answer.headers();
        body = answer.body();
    }

    /** {@code 404 tenants/not-found: There is no such tenant. (request req_1)}. */
    private static String textOf(ErrorAnswer answer) {
        String request = answer.requestId() == null ? "" : " (request " + answer.requestId() + ")";
        return answer.status() + " " + answer.code() + ": " + answer.message() + request;
    }

    /**
     * The status of HTTP.
     *
     * @return the status, such as 404
     */
    public int status() {
        return status;
    }

    /**
     * What is wrong, for programs; what a code means never changes.
     *
     * @return {@code tenants/not-found}
     */
    public String code() {
        return code;
    }

    /**
     * What is wrong, for developers.
     *
     * @return a text, never empty
     */
    public String message() {
        return message;
    }

    /**
     * What is wrong, for the people who use your product.
     *
     * @return a text that is safe to show, never empty
     */
    public String userMessage() {
        return userMessage;
    }

    /**
     * The parameter, header or field that is wrong; a field of the body as a JSON pointer.
     *
     * @return its name, where there is one
     */
    public Optional<String> param() {
        return Optional.ofNullable(param);
    }

    /**
     * What the server's log calls the request.
     *
     * @return its id, where it is known
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * More about it, for programs; each code has its own.
     *
     * @return JSON, or {@code null}
     */
    public Object details() {
        return details;
    }

    /**
     * After how many seconds it may be worth trying again.
     *
     * @return a number with a fraction, perhaps, where the server says so
     */
    public Optional<Double> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * Whether a server answered so; else the program made it.
     *
     * @return true for what a call of this SDK throws
     */
    public final boolean isAnswer() {
        return isAnswer;
    }

    /**
     * The headers of the answer.
     *
     * @return values by names in lower case
     */
    public Map<String, String> headers() {
        return headers == null ? Map.of() : headers;
    }

    /**
     * The body of the answer.
     *
     * @return JSON where it is that, else the text
     */
    public Object body() {
        return body;
    }
}
