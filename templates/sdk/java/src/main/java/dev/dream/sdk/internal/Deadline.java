package dev.dream.sdk.internal;

import dev.dream.sdk.Abort;
import dev.dream.sdk.errors.AbortedException;
import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.errors.DreamException;
import dev.dream.sdk.errors.TimeoutException;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;

/** What may end an attempt before its answer does: the caller, the client's end, and the clock. */
final class Deadline {

    private static final Closeable NOTHING = () -> {};

    private final Duration timeout;
    private final List<Abort> aborts;
    private final List<Runnable> forgetting;
    private final Runnable stopping;
    private volatile Redaction redaction = new Redaction(new HeaderFields());
    private Closeable resource = NOTHING;
    private boolean isOver;
    private boolean isEnded;

    /** Runs from now on. */
    Deadline(Duration timeout, List<Abort> aborts) {
        long nanoseconds = Durations.nanoseconds(timeout);
        this.timeout = timeout;
        this.aborts = aborts;
        stopping = Background.after(nanoseconds, this::onTime);
        forgetting = aborts
            .stream()
            .map(abort -> abort.onAbort(this::onEnd))
            .toList();
    }

    /** What is closed when this ends, in place of what was before; at once where it has ended. */
    void closes(Closeable resource) {
        synchronized (this) {
            this.resource = resource;
            if (!isEnded) return;
        }
        closeQuietly(resource);
    }

    /** Nothing is closed any longer; false where it was already. */
    synchronized boolean letsGo() {
        resource = NOTHING;
        return !isEnded;
    }

    synchronized boolean isEnded() {
        return isEnded;
    }

    /** A stream has begun: from now on it may take as long as it likes. */
    void stopClock() {
        stopping.run();
    }

    void release() {
        stopClock();
        forget();
    }

    /** Of what is sent from now on, no key is said. */
    void redacts(HeaderFields sent) {
        redaction = new Redaction(sent);
    }

    Redaction redaction() {
        return redaction;
    }

    /** Begins nothing that has ended already. */
    void check() throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) throw new InterruptedException();
        if (isEnded()) throw explain(new IOException("The attempt has ended"));
    }

    /** What was thrown, as an error of ours. */
    DreamException explain(Throwable thrown) {
        if (thrown instanceof DreamException ours) return ours;
        // What an interrupt breaks throws this or that, but leaves the thread interrupted.
        if (thrown instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
            Thread.currentThread().interrupt();
            return new AbortedException("The thread of the call was interrupted", thrown);
        }
        if (aborts.stream().anyMatch(Abort::isAborted)) return Waiting.aborted();
        synchronized (this) {
            if (isOver) {
                String message = "No answer came within " + Durations.milliseconds(timeout) + " ms";
                return new TimeoutException(message, redaction.clean(thrown));
            }
        }
        // The HTTP client says what came in place of an answer, which may repeat the request.
        Throwable cause = redaction.clean(thrown);
        return new ConnectionException("No answer came, or it broke off: " + reasonOf(cause), cause);
    }

    private void onTime() {
        synchronized (this) {
            isOver = true;
        }
        onEnd();
    }

    private void onEnd() {
        Closeable closed;
        synchronized (this) {
            isEnded = true;
            closed = resource;
            resource = NOTHING;
        }
        forget();
        closeQuietly(closed);
    }

    /** Whoever may abort keeps nothing of what has ended: a client may outlive any number of streams. */
    private void forget() {
        // There is none yet where the end came before the beginning was over; then the attempt does it.
        if (forgetting != null) forgetting.forEach(Runnable::run);
    }

    private static void closeQuietly(Closeable resource) {
        try {
            resource.close();
        } catch (IOException alreadyBroken) {
            // It is to be gone, and is.
        }
    }

    /** What the innermost says that says anything; else of what kind the failure is, and how it showed. */
    private static String reasonOf(Throwable thrown) {
        Throwable kind = thrown;
        while (isEnvelope(kind)) kind = kind.getCause();
        Throwable inner = kind;
        String said = "";
        for (Throwable one = kind; one != null; one = one.getCause()) {
            inner = one;
            String message = one.getMessage();
            if (message != null && !message.isBlank() && !isEnvelope(one)) said = message;
            // It says who was asked for, and what its cause says as well.
            if (one instanceof ConnectException && !said.isEmpty()) break;
        }
        if (!said.isEmpty()) return said;
        String name = kind.getClass().getSimpleName();
        return inner.getClass() == kind.getClass() ? name : name + " (" + inner.getClass().getSimpleName() + ")";
    }

    /** Whether it says no more than its cause. */
    private static boolean isEnvelope(Throwable thrown) {
        return thrown.getCause() != null && thrown.getCause().toString().equals(thrown.getMessage());
    }
}
