package dev.dream.sdk.middleware;

import dev.dream.sdk.errors.AbortedException;
import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.errors.PlatformException;
import dev.dream.sdk.errors.ResponseException;
import dev.dream.sdk.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.ToIntFunction;

/**
 * What is told of an error. Of what is not meant to be shown, nothing is.
 *
 * @param param what of the request is wrong, or {@code null}
 * @param retryAfter seconds, or {@code null}
 */
record AnsweredError(int status, String code, String message, String userMessage, String param, Double retryAfter) {
    private static final AnsweredError AWAY = new AnsweredError(
        503,
        "upstream/unavailable",
        "A service that this one needs does not answer.",
        "This is not available at the moment. Please try again.",
        null,
        null
    );

    private static final AnsweredError BROKEN = new AnsweredError(
        500,
        "internal/error",
        "Something went wrong here.",
        "Something went wrong. Please try again.",
        null,
        null
    );

    /** Whoever wraps one in the other more often than this has something else in mind. */
    private static final int MOST_WRAPPERS = 10;

    /** Beyond it, a double has no digits after its point to tell. */
    private static final double EXACT = 0x1p53;

    /** What is thrown may be anything, and may itself throw when it is read. */
    static AnsweredError of(Throwable thrown, ToIntFunction<Throwable> statusOf) {
        try {
            Throwable unwrapped = unwrapped(thrown);
            boolean isAboutUser = unwrapped instanceof NotAdmittedException;
            Throwable error = isAboutUser ? unwrapped.getCause() : unwrapped;
            if (error instanceof ConnectionException || error instanceof ResponseException) return AWAY;
            // Whoever stopped waiting for the server knows as little as one whom it does not answer.
            if (isAboutUser && error instanceof AbortedException) return AWAY;
            if (error instanceof PlatformException platform) return of(platform, isAboutUser);
            int status = statusOf.applyAsInt(error);
            return status >= 400 && status <= 499 ? unread(status) : BROKEN;
        } catch (Throwable refusing) {
            return BROKEN;
        }
    }

    /** What those of the application are told of. Even to look at what was thrown may throw. */
    static Throwable causeOf(Throwable thrown) {
        try {
            Throwable unwrapped = unwrapped(thrown);
            return unwrapped instanceof NotAdmittedException ? unwrapped.getCause() : thrown;
        } catch (Throwable refusing) {
            return thrown;
        }
    }

    /** Whether somebody interrupted the wait for who is asking or what they may do, which they did on purpose. */
    static boolean isInterrupted(Throwable thrown) {
        try {
            Throwable unwrapped = unwrapped(thrown);
            if (!(unwrapped instanceof NotAdmittedException)) return false;
            // One that a closed client ended has no cause.
            return unwrapped.getCause() instanceof AbortedException error && error.getCause() != null;
        } catch (Throwable refusing) {
            return false;
        }
    }

    ErrorResponse response(String requestId) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        error.put("userMessage", userMessage);
        error.put("requestId", requestId);
        if (param != null) error.put("param", param);
        if (retryAfter != null) error.put("retryAfter", written(retryAfter));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", false);
        body.put("error", error);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("Cache-Control", "no-store");
        headers.put("X-Request-Id", requestId);
        if (status == 401) headers.put("WWW-Authenticate", "Bearer");
        if (retryAfter != null) headers.put("Retry-After", Long.toString((long) Math.ceil(retryAfter)));
        return new ErrorResponse(status, headers, Json.write(body));
    }

    /** What futures put around something that was thrown says nothing by itself. */
    private static Throwable unwrapped(Throwable thrown) {
        Throwable inner = thrown;
        for (int count = 0; count < MOST_WRAPPERS; count += 1) {
            boolean isWrapper = inner instanceof CompletionException || inner instanceof ExecutionException;
            if (!isWrapper || inner.getCause() == null) break;
            inner = inner.getCause();
        }
        return inner;
    }

    private static AnsweredError of(PlatformException error, boolean isAboutUser) {
        int status = error.status();
        String code = Objects.requireNonNull(error.code());
        String userMessage = Objects.requireNonNull(error.userMessage());
        Double later = error.retryAfter().filter(AnsweredError::isSeconds).orElse(null);
        // That the key of the application is refused, or the server broken, is nothing its user did.
        if (error.isAnswer() && (status >= 500 || RefusedKey.isAboutApplication(status, code, isAboutUser))) {
            return new AnsweredError(AWAY.status, AWAY.code, AWAY.message, AWAY.userMessage, null, later);
        }
        if (status < 400 || status > 599) return BROKEN;
        // What the server says to developers is said to those of the application, by onError and logs.
        String message = error.isAnswer() ? userMessage : Objects.requireNonNull(error.message());
        return new AnsweredError(status, code, message, userMessage, error.param().orElse(null), later);
    }

    private static AnsweredError unread(int status) {
        String userMessage = "This request is not as it must be.";
        return new AnsweredError(status, "request/" + status, "The request cannot be read.", userMessage, null, null);
    }

    private static boolean isSeconds(double value) {
        return value >= 0 && value < Double.POSITIVE_INFINITY;
    }

    /** {@code 3}, not {@code 3.0}. */
    private static Number written(double seconds) {
        return seconds == Math.rint(seconds) && seconds < EXACT ? (Number) (long) seconds : (Number) seconds;
    }
}
