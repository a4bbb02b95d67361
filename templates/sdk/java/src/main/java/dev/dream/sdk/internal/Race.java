package dev.dream.sdk.internal;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work of others that takes no notice of a deadline: it is done in a thread of its own, and left there. */
final class Race {

    private Race() {}

    /** What the work comes to, unless the deadline ends first; then the work's thread is interrupted. */
    static <T> T run(Deadline deadline, Callable<T> work) throws IOException, InterruptedException, ExecutionException {
        deadline.check();
        FutureTask<T> task = new FutureTask<>(work);
        deadline.closes(() -> task.cancel(true));
        try {
            Background.run(task);
            return task.get();
        } catch (CancellationException ended) {
            throw new IOException("The attempt has ended", ended);
        } finally {
            task.cancel(true);
            deadline.letsGo();
        }
    }
}
