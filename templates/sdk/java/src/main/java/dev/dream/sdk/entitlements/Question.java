package dev.dream.sdk.entitlements;

import dev.dream.sdk.errors.AbortedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * What a tenant has: a question under way, or its answer.
 *
 * @param answer comes from a thread of its own, so that whoever waits may be interrupted without harm to the others
 * @param before the answer that is too old, or {@code null}
 */
record Question(CompletableFuture<KeptAnswer> answer, KeptAnswer before) {
    static Question answered(KeptAnswer answer) {
        return new Question(CompletableFuture.completedFuture(answer), null);
    }

    /** Whether nothing needs to be asked: it counts, or is under way. */
    boolean isCurrent(long now) {
        return !answer.isDone() || (!answer.isCompletedExceptionally() && answer.join().counts(now));
    }

    /** The answer that is there, or that there was before; {@code null} for none. */
    KeptAnswer latest() {
        return answer.isDone() && !answer.isCompletedExceptionally() ? answer.join() : before;
    }

    /** Waits for the answer, and throws what was thrown in its place. */
    KeptAnswer await() {
        try {
            return answer.get();
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new AbortedException("The thread that waits for entitlements was interrupted", cause);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException thrown) throw thrown;
            if (failed.getCause() instanceof Error thrown) throw thrown;
            throw new IllegalStateException(failed.getCause());
        }
    }
}
