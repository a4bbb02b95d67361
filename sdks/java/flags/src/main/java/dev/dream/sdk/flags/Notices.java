package dev.dream.sdk.flags;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What listeners are to be told, in its order, one after the other, and never while a lock is held: whoever is told may
 * ask for whatever, close the client included.
 */
final class Notices {

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isTelling = new AtomicBoolean();
    private final Consumer<String> onProblem;

    Notices(Consumer<String> onProblem) {
        this.onProblem = onProblem;
    }

    void add(Runnable notice) {
        waiting.add(notice);
    }

    /** Tells what waits, unless somebody is at it: that one tells it all. */
    void tell() {
        while (!waiting.isEmpty() && isTelling.compareAndSet(false, true)) {
            try {
                for (Runnable notice = waiting.poll(); notice != null; notice = waiting.poll()) run(notice);
            } finally {
                isTelling.set(false);
            }
        }
    }

    private void run(Runnable notice) {
        try {
            notice.run();
        } catch (Throwable failure) {
            // One that throws harms nobody, whatever it throws: other languages throw what Java would have declared.
            onProblem.accept("a listener failed");
        }
    }
}
