package dev.dream.sdk.internal;

import dev.dream.sdk.Hooks;
import dev.dream.sdk.RequestEvent;
import dev.dream.sdk.ResponseEvent;
import dev.dream.sdk.RetryEvent;
import java.time.Duration;
import java.util.Optional;

/** Tells the hooks of one attempt. What they throw is theirs to report; the call goes on. */
final class Telling {

    private final Hooks hooks;
    private final Prepared prepared;
    private final int attempt;
    private final long began = System.nanoTime();
    private Optional<Integer> status = Optional.empty();
    private Optional<String> requestId = Optional.empty();

    Telling(Hooks hooks, Prepared prepared, int attempt) {
        this.hooks = hooks;
        this.prepared = prepared;
        this.attempt = attempt;
    }

    void request() {
        tell(() -> hooks.onRequest(new RequestEvent(operation(), method(), prepared.address(), attempt)));
    }

    /** No part of the answer that a hook is told may repeat a key. */
    void response(Answer answer, Redaction redaction) {
        status = Optional.of(answer.status());
        requestId = Optional.ofNullable(redaction.clean(answer.requestId()));
        Duration elapsed = elapsed();
        tell(() ->
            hooks.onResponse(
                new ResponseEvent(
                    operation(),
                    method(),
                    prepared.address(),
                    attempt,
                    answer.status(),
                    elapsed,
                    requestId
                )
            )
        );
    }

    /** {@code isAnswered}: the head of the answer decided, and not what became of its body. */
    void retry(Duration delay, boolean isAnswered) {
        Optional<Integer> known = isAnswered ? status : Optional.empty();
        Optional<String> id = isAnswered ? requestId : Optional.empty();
        Duration elapsed = elapsed();
        tell(() ->
            hooks.onRetry(new RetryEvent(operation(), method(), prepared.address(), attempt, known, elapsed, id, delay))
        );
    }

    private String operation() {
        return prepared.operation().id();
    }

    private String method() {
        return prepared.operation().method();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void tell(Runnable hook) {
        try {
            hook.run();
        } catch (VirtualMachineError platforms) {
            throw platforms;
        } catch (Throwable theirs) {
            // Changes nothing here.
        }
    }
}
