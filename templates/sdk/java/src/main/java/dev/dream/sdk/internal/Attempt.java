package dev.dream.sdk.internal;

import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.errors.DreamException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One request of a call. */
final class Attempt<T> {

    private final Prepared prepared;
    private final int number;
    private final Reader<T> reader;
    private final Settings settings;
    private final Telling telling;
    private final Deadline deadline;
    private boolean isDecided;
    private boolean isHandedOver;

    Attempt(Prepared prepared, int number, Reader<T> reader, Settings settings) {
        this.prepared = prepared;
        this.number = number;
        this.reader = reader;
        this.settings = settings;
        telling = new Telling(settings.hooks(), prepared, number);
        deadline = new Deadline(prepared.timeout(), prepared.aborts());
    }

    /** The answer, or how long is waited before another attempt. */
    record Outcome<T>(RawAnswer<T> answer, Duration delay) {}

    /** Throws what is not to be tried again. */
    Outcome<T> run(Transport transport, Supplier<String> userToken) {
        try {
            return answered(transport, userToken);
        } catch (IOException | InterruptedException | RuntimeException thrown) {
            DreamException error = explained(thrown);
            // An error that was answered is not asked for again because of how its body ended: its head has said
            // whether.
            boolean isOver = isDecided || !(error instanceof ConnectionException);
            Optional<Duration> delay = isOver ? Optional.empty() : postponed(Optional.empty(), false);
            return new Outcome<>(null, delay.orElseThrow(() -> error));
        } finally {
            if (!isHandedOver) deadline.release();
        }
    }

    private Outcome<T> answered(Transport transport, Supplier<String> userToken)
        throws IOException, InterruptedException {
        deadline.check();
        HeaderFields headers = withCredentials(Credentials.headers(settings, userToken, deadline));
        deadline.redacts(headers);
        telling.request();
        Answer answer = transport.send(prepared.outgoing(headers), deadline);
        try {
            telling.response(answer, deadline.redaction());
            boolean isUnchanged = answer.status() == 304 && reader.mayBeUnchanged() && headers.has("If-None-Match");
            if (!answer.isSuccess() && !isUnchanged) return refused(answer);
            T value = reader.read(answer, deadline);
            isHandedOver = reader.isStream();
            Optional<String> requestId = Optional.ofNullable(answer.requestId());
            return new Outcome<>(new RawAnswer<>(value, answer.status(), answer.headers(), requestId, number), null);
        } finally {
            if (!isHandedOver) answer.body().close();
        }
    }

    private Outcome<T> refused(Answer answer) throws IOException {
        isDecided = true;
        Optional<Duration> delay = Retries.isWorthwhile(answer.status(), answer.headers())
            ? postponed(Retries.after(answer.headers()), true)
            : Optional.empty();
        if (delay.isPresent()) return new Outcome<>(null, delay.get());
        throw ErrorReading.read(answer, prepared.operation().id(), deadline);
    }

    private Optional<Duration> postponed(Optional<Double> retryAfter, boolean isAnswered) {
        if (number > prepared.maxRetries()) return Optional.empty();
        Optional<Duration> delay = Retries.delay(number, retryAfter, settings.maxRetryDelay());
        delay.ifPresent(time -> telling.retry(time, isAnswered));
        return delay;
    }

    private HeaderFields withCredentials(Map<String, String> credentials) {
        HeaderFields all = new HeaderFields(prepared.headers());
        credentials.forEach((name, value) -> {
            if (!prepared.overridden().contains(HeaderFields.lower(name))) all.set(name, value);
        });
        return all;
    }

    /** An error of the program itself stays what it is. */
    private DreamException explained(Exception thrown) {
        if (thrown instanceof RuntimeException own && !(thrown instanceof DreamException)) throw own;
        return deadline.explain(thrown);
    }
}
