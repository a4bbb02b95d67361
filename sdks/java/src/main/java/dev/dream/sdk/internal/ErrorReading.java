package dev.dream.sdk.internal;

import dev.dream.sdk.errors.AuthenticationException;
import dev.dream.sdk.errors.AuthorizationException;
import dev.dream.sdk.errors.ConflictException;
import dev.dream.sdk.errors.DreamException;
import dev.dream.sdk.errors.ErrorAnswer;
import dev.dream.sdk.errors.NotFoundException;
import dev.dream.sdk.errors.PlatformException;
import dev.dream.sdk.errors.RateLimitException;
import dev.dream.sdk.errors.ResponseException;
import dev.dream.sdk.errors.ServerException;
import dev.dream.sdk.errors.ValidationException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.json.JsonException;
import java.io.IOException;
import java.util.Map;

/** The error that an answer other than a success stands for. */
final class ErrorReading {

    private static final int LONGEST_BEGINNING = 200;

    private ErrorReading() {}

    static DreamException read(Answer whole, String operation, Deadline deadline) throws IOException {
        String text = whatComes(whole, deadline);
        Redaction redaction = deadline.redaction();
        Answer answer = redaction.clean(whole);
        int status = answer.status();
        if (status >= 400) return of(status, platformAnswer(answer, text, redaction));
        String what =
            status == 304
                ? "of no change, without a value"
                : status >= 300
                  ? "a redirect, which is not followed"
                  : "no success";
        String message = operation + ": the answer (" + status + ") is " + what;
        return new ResponseException(message, status, answer.headers(), redaction.clean(text));
    }

    private static PlatformException of(int status, ErrorAnswer answer) {
        return switch (status) {
            case 400, 413, 415, 422 -> new ValidationException(answer);
            case 401 -> new AuthenticationException(answer);
            case 403 -> new AuthorizationException(answer);
            case 404, 410 -> new NotFoundException(answer);
            case 409, 412 -> new ConflictException(answer);
            case 429 -> new RateLimitException(answer);
            default -> status >= 500 ? new ServerException(answer) : new PlatformException(answer);
        };
    }

    /** Of a head without keys, and a body as it came: its form is looked at before keys are taken out of it. */
    private static ErrorAnswer platformAnswer(Answer answer, String text, Redaction redaction) {
        Object body = json(text);
        Map<?, ?> error =
            body instanceof Map<?, ?> all && all.get("error") instanceof Map<?, ?> members ? members : Map.of();
        // It is for programs, which must know it as it came.
        String code = text(error.get("code"));
        Map<?, ?> fields = code == null ? Map.of() : error;
        int status = answer.status();
        boolean isPage = code == null && !Blank.is(text);
        String message = isPage ? beginning(redaction.clean(text)) : "The answer (" + status + ") says no more";
        String requestId = redaction.clean(text(fields.get("requestId")));
        return new ErrorAnswer(
            status,
            code == null ? "unknown/" + status : code,
            either(redaction.clean(text(fields.get("message"))), message),
            either(redaction.clean(text(fields.get("userMessage"))), "Something went wrong. Please try again."),
            redaction.clean(text(fields.get("param"))),
            either(requestId, answer.requestId()),
            redaction.cleanJson(fields.get("details")),
            Retries.after(answer.headers()).orElse(seconds(error.get("retryAfter"))),
            answer.headers(),
            body == null && !text.strip().equals("null") ? redaction.clean(text) : redaction.cleanJson(body)
        );
    }

    /** JSON has numbers that nobody can wait for, and such as no double can hold. */
    private static Double seconds(Object value) {
        double seconds = value instanceof Number number ? number.doubleValue() : Double.NaN;
        return seconds >= 0 && Double.isFinite(seconds) ? (Double) seconds : null;
    }

    /** {@code null} for what is no text, and for an empty one. */
    private static String text(Object value) {
        return value instanceof String text && !text.isEmpty() ? text : null;
    }

    private static String either(String one, String other) {
        return one == null ? other : one;
    }

    private static Object json(String text) {
        try {
            return Json.parse(text);
        } catch (JsonException none) {
            return null;
        }
    }

    /** The body, or what there was of it when it broke off: the head has said what the answer is. */
    private static String whatComes(Answer answer, Deadline deadline) throws IOException {
        Utf8Pieces pieces = new Utf8Pieces();
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            for (int count = answer.body().read(buffer); count >= 0; count = answer.body().read(buffer)) {
                text.append(pieces.next(buffer, count));
            }
        } catch (IOException thrown) {
            // Neither the caller nor the clock is a matter of the answer.
            if (deadline.isEnded() || Thread.currentThread().isInterrupted()) throw thrown;
        }
        return text.append(pieces.end()).toString();
    }

    /** 200 characters, none of them cut in two. */
    private static String beginning(String text) {
        int most = Math.min(LONGEST_BEGINNING, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, most));
    }
}
