package dev.dream.sdk.permissions;

import dev.dream.sdk.Abort;
import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.errors.PlatformException;
import dev.dream.sdk.errors.RateLimitException;
import dev.dream.sdk.errors.ServerException;
import dev.dream.sdk.internal.Background;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** Sends what was decided in calls one after the other. No thread and no timer is there while nothing waits. */
final class DecisionSender {

    static final int MOST_WAITING = 10_000;

    /** As many do not wait for their time. */
    private static final int ENOUGH = 500;

    /** Whoever may not report now will not a little later either. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    private final DecisionLog log;
    private final long interval;
    private final ReportProblems problems;
    private final Abort ending = Abort.create();
    private final WaitingDecisions waiting = new WaitingDecisions();
    /** Is under way, or sent again before anything else; {@code null}: there is none. */
    private DecisionBatch batch;
    /** Takes back what begins to send later; {@code null}: nothing does. */
    private Runnable timer;
    private Thread sender;
    private boolean isSending;
    private boolean isClosed;
    /** Decisions since the beginning: those that were taken, those that are over, and up to which all are sent now. */
    private long taken;
    private long settled;
    private long goal;
    private long leftOut;

    DecisionSender(DecisionLog log, Duration interval, Consumer<String> onProblem) {
        this.log = log;
        this.interval = interval.toNanos();
        problems = new ReportProblems(onProblem);
    }

    synchronized void add(CollectedDecision decision) {
        if (isClosed) return;
        if (taken - settled >= MOST_WAITING) {
            leftOut += 1;
            return;
        }
        waiting.add(decision);
        taken += 1;
        plan();
    }

    /** Sends what is left, waits for it for so long at most, and takes and sends nothing afterwards. */
    void close(Duration most) {
        synchronized (this) {
            if (isClosed) return;
            isClosed = true;
            goal = taken;
            // As in flush; the sending ends all of it then.
            if (Thread.currentThread() == sender) return;
        }
        flush(most);
        problems.abandoned(end());
        ending.abort();
    }

    /** Sends all that there is and waits until that is over, for so long at most. An interruption is kept. */
    synchronized void flush(Duration most) {
        // Whoever is told of a problem cannot wait for the telling to be over.
        if (Thread.currentThread() == sender) return;
        long mine = taken;
        goal = mine;
        if (settled < mine && !isSending) start();
        long since = System.nanoTime();
        try {
            while (isSending && settled < mine) {
                long left = most.toMillis() - (System.nanoTime() - since) / 1_000_000;
                if (left <= 0) return;
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sees to it that what waits is sent in time. */
    private void plan() {
        CollectedDecision first = waiting.first();
        if (isSending || (batch == null && first == null)) return;
        if (batch == null && waiting.size() >= ENOUGH) start();
        else if (timer == null) startAfter(batch == null ? interval - (System.nanoTime() - first.since()) : interval);
    }

    private void startAfter(long nanoseconds) {
        try {
            timer = Background.after(Math.max(0, nanoseconds), this::startInTime);
        } catch (Throwable noThread) {
            // There is none to be had, so whatever comes next asks for one.
        }
    }

    private synchronized void startInTime() {
        timer = null;
        if (!isSending && settled < taken) start();
    }

    private void start() {
        if (timer != null) timer.run();
        timer = null;
        goal = taken;
        isSending = true;
        try {
            Background.run(this::sendAll);
        } catch (Throwable noThread) {
            isSending = false;
        }
    }

    private void sendAll() {
        DecisionBatch next = next();
        while (next != null) next = send(next) ? next() : pause();
    }

    /** {@code null}: this was all. */
    private synchronized DecisionBatch next() {
        sender = Thread.currentThread();
        if (settled >= goal) return pause();
        if (batch == null) batch = waiting.take();
        return batch;
    }

    /** False: nothing is to be sent for a while. */
    private boolean send(DecisionBatch next) {
        problems.leftOut(takeLeftOut());
        try {
            problems.unknownTenants(log.report(next.body(), next.options(ending)));
        } catch (ConnectionException | ServerException | RateLimitException passing) {
            if (!isLastTime()) return false;
            problems.lost(next.size(), passing);
        } catch (Throwable thrown) {
            // Whoever ended the call told what became of it.
            if (ending.isAborted()) return false;
            if (thrown instanceof PlatformException refused && REFUSALS.contains(refused.status())) {
                problems.ended(thrown);
                end();
                return false;
            }
            problems.lost(next.size(), thrown);
        }
        settle(next);
        return true;
    }

    private synchronized void settle(DecisionBatch sent) {
        // Where all has ended meanwhile, this one has too.
        if (batch != sent) return;
        batch = null;
        settled += sent.size();
        notifyAll();
    }

    /** {@code null}, for nothing is to be sent now; but whoever closes meanwhile waits until all was sent once more. */
    private synchronized DecisionBatch pause() {
        if (isClosed && settled < taken) return next();
        sender = null;
        isSending = false;
        if (isClosed) end();
        else plan();
        notifyAll();
        return null;
    }

    /** Gives how many are not sent any more. */
    private synchronized long end() {
        isClosed = true;
        long count = taken - settled;
        if (timer != null) timer.run();
        timer = null;
        batch = null;
        waiting.clear();
        settled = taken;
        notifyAll();
        return count;
    }

    private synchronized boolean isLastTime() {
        return isClosed;
    }

    private synchronized long takeLeftOut() {
        long count = leftOut;
        leftOut = 0;
        return count;
    }
}
