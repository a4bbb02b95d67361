package dev.dream.sdk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Ends calls from another thread: {@code RequestOptions.builder().abort(abort)} goes with them, and {@link #abort()}
 * ends them, and any wait within them, with an {@link dev.dream.sdk.errors.AbortedException}. Safe for use by many
 * threads.
 */
public final class Abort {

    private final Set<Runnable> listeners = new LinkedHashSet<>();
    private boolean isAborted;

    private Abort() {}

    /**
     * One that has ended nothing yet.
     *
     * @return a new one
     */
    public static Abort create() {
        return new Abort();
    }

    /** Ends all calls that this goes with, now and later. Doing it again does nothing. */
    public void abort() {
        List<Runnable> told;
        synchronized (listeners) {
            isAborted = true;
            told = new ArrayList<>(listeners);
            listeners.clear();
        }
        told.forEach(Abort::tell);
    }

    /**
     * Whether {@link #abort()} was called.
     *
     * @return true from then on
     */
    public boolean isAborted() {
        synchronized (listeners) {
            return isAborted;
        }
    }

    /**
     * Asks to be told; at once where it was aborted already.
     *
     * @param listener called once at most, in the thread that aborts; what it throws changes nothing
     * @return takes the listener away again
     */
    public Runnable onAbort(Runnable listener) {
        // Its own object, so that a listener that is given twice is two.
        Runnable own = () -> listener.run();
        synchronized (listeners) {
            if (!isAborted) {
                listeners.add(own);
                return () -> forget(own);
            }
        }
        tell(own);
        return () -> {};
    }

    /** One that fails keeps no other from being told. */
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (Throwable theirs) {
            // Changes nothing here.
        }
    }

    private void forget(Runnable own) {
        synchronized (listeners) {
            listeners.remove(own);
        }
    }
}
