package dev.dream.sdk.flags.updates;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The threads of one client. None of them keeps a process running. */
public final class Background {

    private final ScheduledThreadPoolExecutor timers;
    private final ExecutorService threads;

    /** Begins with none; they are made when they are needed. */
    public Background() {
        ThreadFactory factory = work -> {
            // Nothing of the caller that needed it first may stay in it.
            Thread thread = new Thread(null, work, "dream-flags", 0, false);
            thread.setContextClassLoader(Background.class.getClassLoader());
            thread.setDaemon(true);
            return thread;
        };
        timers = new ScheduledThreadPoolExecutor(1, factory);
        timers.setRemoveOnCancelPolicy(true);
        timers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        threads = Executors.newCachedThreadPool(factory);
    }

    /**
     * Does something on a thread of its own.
     *
     * @param work must not throw
     * @return its end; over already where the client is closed
     */
    public Future<?> start(Runnable work) {
        try {
            return threads.submit(work);
        } catch (RejectedExecutionException closed) {
            return java.util.concurrent.CompletableFuture.completedFuture(null);
        }
    }

    /**
     * Does something once, later, unless it is called off.
     *
     * @param milliseconds from now
     * @param work quick, and must not throw
     * @return calls it off
     */
    public Runnable after(double milliseconds, Runnable work) {
        try {
            Future<?> timer = timers.schedule(work, (long) (milliseconds * 1e6), TimeUnit.NANOSECONDS);
            return () -> timer.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
    }

    /** Lets the threads go once they are done with what they do. Nothing more is begun. */
    public void close() {
        timers.shutdownNow();
        threads.shutdown();
    }
}
