package dev.dream.sdk.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that no call runs in. They keep no program alive and end when there is nothing to do; all clients share
 * them, and nothing of any client stays in them.
 */
public final class Background {

    private static final long IDLE_SECONDS = 10;

    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private static final ExecutorService WORKERS = new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        work -> thread(work, "work")
    );

    private Background() {}

    /**
     * Does something later.
     *
     * @param nanoseconds from now
     * @param work must not wait for anything: there is one thread for all
     * @return takes it back
     */
    public static Runnable after(long nanoseconds, Runnable work) {
        return cancelling(CLOCK.schedule(work, nanoseconds, TimeUnit.NANOSECONDS));
    }

    /**
     * Does something now, in another thread.
     *
     * @param work may take its time
     */
    public static void run(Runnable work) {
        WORKERS.execute(work);
    }

    private static Runnable cancelling(Future<?> scheduled) {
        return () -> scheduled.cancel(false);
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, work -> thread(work, "clock"));
        clock.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
        // Nearly all of what is asked for here is taken back: the answer came in time.
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private static Thread thread(Runnable work, String name) {
        // All clients share it: nothing of the caller that needed it first may stay in it.
        Thread thread = new Thread(null, work, "dream-sdk-" + name, 0, false);
        thread.setContextClassLoader(Background.class.getClassLoader());
        thread.setDaemon(true);
        return thread;
    }
}
