package dev.dream.sdk.permissions;

import dev.dream.sdk.RawAnswer;
import java.time.Duration;

/**
 * A policy that came.
 *
 * @param etag {@code null} where the server named none
 * @param confirmedAt when the server was asked that said last that it is in force, by {@code System.nanoTime()}
 */
record HeldPolicy(RolePolicy policy, String etag, long confirmedAt) {
    /** What is held after an answer; {@code before} may be {@code null}. Throws where the answer is no policy. */
    static HeldPolicy after(HeldPolicy before, RawAnswer<?> answer, long askedAt) {
        if (answer.status() == 304 && before != null) return new HeldPolicy(before.policy, before.etag, askedAt);
        return new HeldPolicy(RolePolicy.of(answer.value()), answer.headers().get("etag"), askedAt);
    }

    boolean isConfirmedWithin(Duration age, long now) {
        return Duration.ofNanos(now - confirmedAt).compareTo(age) <= 0;
    }
}
