package dev.dream.sdk.internal;

import dev.dream.sdk.Abort;
import dev.dream.sdk.errors.AbortedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits that the caller can end. */
final class Waiting {

    private Waiting() {}

    /** Waits; whatever aborts ends it at once, and so does an interrupt of the thread. */
    static void wait(Duration time, List<Abort> aborts) {
        CountDownLatch ended = new CountDownLatch(1);
        List<Runnable> forgetting = aborts
            .stream()
            .map(abort -> abort.onAbort(ended::countDown))
            .toList();
        try {
            if (ended.await(Durations.nanoseconds(time), TimeUnit.NANOSECONDS)) throw aborted();
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new AbortedException("The thread of the call was interrupted", cause);
        } finally {
            forgetting.forEach(Runnable::run);
        }
    }

    static AbortedException aborted() {
        return new AbortedException("The call was ended by its Abort, or by closing its client or stream");
    }
}
