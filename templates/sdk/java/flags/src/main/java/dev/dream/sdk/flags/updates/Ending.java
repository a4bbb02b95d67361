package dev.dream.sdk.flags.updates;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says to whatever is going on that it is over, once and for good. */
public final class Ending {

    private final CountDownLatch latch = new CountDownLatch(1);
    private final Set<Runnable> listeners = new LinkedHashSet<>();

    /** One that nobody has ended yet. */
    public Ending() {}

    /** {@return whether it is over} */
    public boolean isOver() {
        return latch.getCount() == 0;
    }

    /** Ends it. Further calls do nothing. */
    public void end() {
        List<Runnable> told;
        synchronized (listeners) {
            latch.countDown();
            told = new ArrayList<>(listeners);
            listeners.clear();
        }
        told.forEach(Runnable::run);
    }

    /** Does something now, unless it is over; whoever ends it meanwhile waits until that is done. */
    void unlessOver(Runnable work) {
        synchronized (listeners) {
            if (!isOver()) work.run();
        }
    }

    /**
     * Does something when it ends, or at once where it has.
     *
     * @param listener must not throw
     * @return takes the listener away again
     */
    public Runnable onEnd(Runnable listener) {
        // An object of its own, should the same listener come twice.
        Runnable own = () -> listener.run();
        synchronized (listeners) {
            if (!isOver()) {
                listeners.add(own);
                return () -> {
                    synchronized (listeners) {
                        listeners.remove(own);
                    }
                };
            }
        }
        own.run();
        return () -> {};
    }

    /** Another that ends with this one, or before it. */
    Ending inner() {
        Ending inner = new Ending();
        Runnable detach = onEnd(inner::end);
        inner.onEnd(detach);
        return inner;
    }

    /** Waits, at most until it ends. A thread that is interrupted meanwhile stays so, and waits no longer. */
    void sleep(double milliseconds) {
        try {
            latch.await((long) (milliseconds * 1e6), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
