package dev.dream.sdk.middleware;

import dev.dream.sdk.errors.AbortedException;
import dev.dream.sdk.types.Me;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Who a token belongs to: a question under way, or its answer. */
final class KnownUser {

    /** Comes from a thread of its own, so that whoever waits may be interrupted without harm to the others. */
    private final CompletableFuture<Me> answer = new CompletableFuture<>();

    /** By the clock of {@link #counts}. */
    private final long askedAt;

    /** Nanoseconds since then. */
    private volatile long lasts;

    KnownUser(long askedAt, long lasts) {
        this.askedAt = askedAt;
        this.lasts = lasts;
    }

    boolean counts(long now) {
        return now - askedAt < lasts;
    }

    /** The answer is there, and counts for so many nanoseconds since it was asked for. */
    void answered(Me user, long counting) {
        lasts = counting;
        answer.complete(user);
    }

    /** As {@link #answered}, where something was thrown instead. */
    void failed(Throwable thrown, long counting) {
        lasts = counting;
        answer.completeExceptionally(thrown);
    }

    /** Waits for the answer, and throws what was thrown in its place. */
    Me await() {
        try {
            return answer.get();
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new AbortedException("The thread that waits for who is asking was interrupted", cause);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException thrown) throw thrown;
            if (failed.getCause() instanceof Error thrown) throw thrown;
            throw new IllegalStateException(failed.getCause());
        }
    }
}
