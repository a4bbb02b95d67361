package dev.dream.sdk.permissions;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * When a question is asked next: one after the other, an interval after the last, and sooner where somebody wants it.
 * Whoever wants one while one is under way gets one more after it, since that may miss what they know of.
 */
final class Turns {

    /** Beyond it, a wait goes on with another: no duration is too long for the clock. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Duration interval;
    private long wanted = 1;
    private long begun;
    private long answered;
    private boolean isEnded;

    Turns(Duration interval) {
        this.interval = interval;
    }

    /** Waits for the next turn. False: there will be none. */
    synchronized boolean begin() {
        boolean isUndisturbed = waitUntil(interval, () -> wanted > begun);
        begun = wanted;
        return isUndisturbed && !isEnded;
    }

    /** The question of the turn that began last is over. */
    synchronized void finish() {
        answered = begun;
        notifyAll();
    }

    synchronized void want() {
        wanted += 1;
        notifyAll();
    }

    /** Wants a turn and waits until it is over. */
    synchronized void await() {
        want();
        long mine = wanted;
        while (!isEnded && answered < mine) {
            if (!waitUntil(LONGEST_WAIT, () -> answered >= mine)) return;
        }
    }

    /** Waits an interval. False: the thread was interrupted, or all is over. */
    synchronized boolean pause() {
        return waitUntil(interval, () -> false) && !isEnded;
    }

    /** Waits until the condition holds, of which it is told by {@link #finish}, for so long at most. */
    synchronized void await(Duration timeout, BooleanSupplier condition) {
        waitUntil(timeout, condition);
    }

    synchronized boolean isEnded() {
        return isEnded;
    }

    synchronized void end() {
        isEnded = true;
        notifyAll();
    }

    /** False where the thread was interrupted, which is kept. */
    private synchronized boolean waitUntil(Duration most, BooleanSupplier condition) {
        long since = System.nanoTime();
        try {
            while (!isEnded && !condition.getAsBoolean()) {
                // Less than nothing could be too little to take anything from.
                Duration left = most.isNegative() ? most : most.minusNanos(System.nanoTime() - since);
                if (left.isNegative() || left.isZero()) return true;
                Duration next = left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT;
                // Rounded up: with 0 it would wait for ever.
                wait(next.toMillis() + 1);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
