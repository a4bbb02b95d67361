package dev.dream.sdk.permissions;

import dev.dream.sdk.Abort;
import dev.dream.sdk.EventStream;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.errors.PlatformException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The policy of an environment, and the two threads that keep up with it. They keep no program alive. */
final class PolicyKeeper {

    /** Whoever may not follow events now will not a little later either. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    private final PermissionSource source;
    private final Consumer<String> onProblem;
    private final LongSupplier nanoTime;
    private final Turns turns;
    private final Abort ending = Abort.create();
    private volatile HeldPolicy held;
    private volatile Thread asking;

    PolicyKeeper(PermissionSource source, Duration interval, Consumer<String> onProblem, LongSupplier nanoTime) {
        this.source = source;
        this.onProblem = onProblem;
        this.nanoTime = nanoTime;
        turns = new Turns(interval);
    }

    void start(boolean listens) {
        begin("policy", this::poll);
        if (listens) begin("events", this::listen);
    }

    /** {@code null} before there is one. */
    RolePolicy policy() {
        HeldPolicy now = held;
        return now == null ? null : now.policy();
    }

    /** {@code null} where there is none, the server has not confirmed it for longer, or all is over. */
    RolePolicy policyWithin(Duration age) {
        HeldPolicy now = held;
        boolean isInForce = now != null && !turns.isEnded() && now.isConfirmedWithin(age, nanoTime.getAsLong());
        return isInForce ? now.policy() : null;
    }

    boolean ready(Duration timeout) {
        turns.await(timeout, () -> held != null);
        return held != null && !turns.isEnded();
    }

    /** Waits for no answer. */
    void want() {
        turns.want();
    }

    /** Waits for an answer, unless it is the asking itself that wants one: it would wait for ever. */
    void refresh() {
        if (Thread.currentThread() == asking) turns.want();
        else turns.await();
    }

    void close() {
        turns.end();
        ending.abort();
    }

    private void poll() {
        asking = Thread.currentThread();
        try {
            while (turns.begin()) {
                ask();
                turns.finish();
            }
        } finally {
            // Whatever ended this thread: nobody is to wait for it, or to go by a policy that grows old.
            close();
        }
    }

    private void ask() {
        HeldPolicy before = held;
        long askedAt = nanoTime.getAsLong();
        RequestOptions.Builder options = RequestOptions.builder().abort(ending);
        if (before != null && before.etag() != null) options.header("If-None-Match", before.etag());
        try {
            held = HeldPolicy.after(before, source.policy(options.build()), askedAt);
        } catch (Throwable thrown) {
            tell(thrown);
        }
    }

    /** What is applied while no stream is open is heard of by the next question. */
    private void listen() {
        RequestOptions options = RequestOptions.builder().abort(ending).build();
        do {
            try (EventStream events = source.events("revision.applied", options)) {
                events.forEach(event -> turns.want());
                return;
            } catch (Throwable thrown) {
                tell(thrown);
                if (thrown instanceof PlatformException refused && REFUSALS.contains(refused.status())) return;
            }
        } while (turns.pause());
    }

    private void tell(Throwable thrown) {
        if (!turns.isEnded()) onProblem.accept(ReportProblems.messageOf(thrown));
    }

    private static void begin(String name, Runnable work) {
        Thread thread = new Thread(null, work, "dream-sdk-permissions-" + name, 0, false);
        thread.setDaemon(true);
        thread.start();
    }
}
