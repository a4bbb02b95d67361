package dev.dream.sdk.entitlements;

import dev.dream.sdk.errors.ResponseException;
import dev.dream.sdk.types.EntitlementAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An answer that came.
 *
 * @param askedAt by {@code System.nanoTime()}
 * @param countsFor since then
 * @param restsFor since then; for as long the server is left in peace, since it did not answer. Zero where it did
 */
record KeptAnswer(Map<String, EntitlementAccess> access, long askedAt, Duration countsFor, Duration restsFor) {
    /** Counts no longer than until an override ends or a count starts again. {@code answer} and any of it may be {@code null}: nothing. */
    static KeptAnswer of(Map<String, EntitlementAccess> answer, long askedAt, Duration timeToLive, Instant now) {
        Map<String, EntitlementAccess> access = new LinkedHashMap<>(answer == null ? Map.of() : answer);
        access.values().removeIf(Objects::isNull);
        if (
            access
                .values()
                .stream()
                .anyMatch(one -> !(one.toJson() instanceof Map))
        ) {
            throw new ResponseException("The answer has an entitlement that is no object");
        }
        Duration countsFor = access
            .values()
            .stream()
            .flatMap(one -> Stream.concat(one.expiresAt().stream(), one.resetsAt().stream()))
            .map(end -> end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO)
            .reduce(timeToLive, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        return new KeptAnswer(Collections.unmodifiableMap(access), askedAt, countsFor, Duration.ZERO);
    }

    boolean counts(long now) {
        Duration age = age(now);
        return age.compareTo(countsFor) < 0 || age.compareTo(restsFor) < 0;
    }

    /** The same, once the server did not answer: for {@code rest} it is not asked again. */
    KeptAnswer resting(Duration rest, Duration staleFor, long now) {
        Duration age = age(now);
        Duration left = countsFor.plus(staleFor).minus(age);
        return new KeptAnswer(access, askedAt, countsFor, age.plus(rest.compareTo(left) < 0 ? rest : left));
    }

    /** The same, once the server refused: whoever asks next waits for what it says. */
    KeptAnswer awake() {
        return new KeptAnswer(access, askedAt, countsFor, Duration.ZERO);
    }

    /** Whether nobody waits for the server meanwhile: it did not answer a moment ago. */
    boolean isInstead(Duration staleFor, long now) {
        return !restsFor.isZero() && mayStandIn(staleFor, now);
    }

    /** Whether it may stand in for one that does not come. */
    boolean mayStandIn(Duration staleFor, long now) {
        return age(now).compareTo(countsFor.plus(staleFor)) < 0;
    }

    private Duration age(long now) {
        return Duration.ofNanos(now - askedAt);
    }
}
