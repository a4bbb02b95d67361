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

    static DreamException read(Answer answer, String operation, Deadline deadline) throws IOException {
        String text = deadline.redaction().clean(whatComes(answer, deadline));
        return of(deadline.redaction().clean(answer), operation, text);
    }

    /** Of an answer and a body without keys. */
    private static DreamException of(Answer answer, String operation, String text) {
        int status = answer.status();
        if (status >= 400) return of(status, platformAnswer(answer, text));
        String what =
            status == 304
                ? "of no change, without a value"
                : status >= 300
                  ? "a redirect, which is not followed"
                  : "no success";
        String message = operation + ": the answer (" + status + ") is " + what;
        return new ResponseException(message, status, answer.headers(), text);
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

    private static ErrorAnswer platformAnswer(Answer answer, String text) {
        Object body = json(text);
        Map<?, ?> error = body instanceof Map<?, ?> all && all.get("error") instanceof Map<?, ?> it ? it : Map.of();
        String code = text(error, "code", null);
        boolean isOurs = code != null;
        Map<?, ?> fields = isOurs ? error : Map.of();
        int status = answer.status();
        String nothing = "The answer (" + status + ") says no more";
        return new ErrorAnswer(
            status,
            isOurs ? code : "unknown/" + status,
            text(fields, "message", isOurs || text.isBlank() ? nothing : beginning(text)),
            text(fields, "userMessage", "Something went wrong. Please try again."),
            text(fields, "param", null),
            text(fields, "requestId", answer.requestId()),
            fields.get("details"),
            Retries.after(answer.headers()).orElse(seconds(error.get("retryAfter"))),
            answer.headers(),
            body == null && !text.strip().equals("null") ? text : body
        );
    }

    private static Double seconds(Object value) {
        return value instanceof Number number ? (Double) number.doubleValue() : null;
    }

    private static String text(Map<?, ?> fields, String name, String otherwise) {
        return fields.get(name) instanceof String text && !text.isEmpty() ? text : otherwise;
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
