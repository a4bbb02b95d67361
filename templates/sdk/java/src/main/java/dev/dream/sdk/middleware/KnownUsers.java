package dev.dream.sdk.middleware;

import dev.dream.sdk.errors.AuthenticationException;
import dev.dream.sdk.errors.AuthorizationException;
import dev.dream.sdk.errors.DreamException;
import dev.dream.sdk.errors.ResponseException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.types.Me;
import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Who tokens belong to, as the server said a moment ago. Whom it refused is kept as well. */
final class KnownUsers {

    /** As many are kept; whoever sends made-up tokens makes the oldest forgotten, and no more. */
    private static final int MOST = 2_000;

    private static final int FORGOTTEN_AT_ONCE = MOST / 10;

    private static final double NANOSECONDS = 1_000_000;

    private final MiddlewareSource source;
    private final long timeToLive;
    private final LongSupplier nanoTime;
    private final Clock clock;
    /** The oldest first. Whoever uses it holds its lock. */
    private final Map<Asked, KnownUser> known = new LinkedHashMap<>();

    KnownUsers(MiddlewareBuilder options) {
        source = options.source;
        timeToLive = options.timeToLive.toNanos();
        nanoTime = options.nanoTime;
        clock = options.clock;
    }

    /** {@code tenant} may be {@code null}. */
    private record Asked(String token, String tenant) {}

    /** The one of a token that was checked; throws what {@code me.get} throws. {@code tenant} may be {@code null}. */
    Me of(String token, String tenant) {
        return userOf(new Asked(token, tenant)).await();
    }

    private KnownUser userOf(Asked asked) {
        KnownUser user;
        long left;
        synchronized (known) {
            KnownUser before = known.get(asked);
            long now = nanoTime.getAsLong();
            if (before != null && before.counts(now)) return before;
            left = nanosecondsLeft(asked.token());
            // Whoever comes once the token is over is not told what was asked for before, however long the answer takes.
            user = new KnownUser(now, left > 0 ? left : Long.MAX_VALUE);
            known.remove(asked);
            known.put(asked, user);
            if (known.size() > MOST) forget();
        }
        ask(asked, user, left);
        return user;
    }

    private void ask(Asked asked, KnownUser user, long left) {
        try {
            Thread thread = new Thread(null, () -> answer(asked, user, left), "dream-sdk-middleware", 0, false);
            thread.setDaemon(true);
            thread.start();
        } catch (Throwable thrown) {
            // There are no more threads: whoever waits must not wait for ever.
            user.failed(thrown, 0);
        }
    }

    private void answer(Asked asked, KnownUser user, long left) {
        try {
            user.answered(whole(source.me(asked.token(), asked.tenant())), Math.min(timeToLive, left));
        } catch (Throwable thrown) {
            DreamException said = SaidError.within(thrown);
            boolean isRefused = said instanceof AuthenticationException || said instanceof AuthorizationException;
            user.failed(said == null ? thrown : said, isRefused ? timeToLive : 0);
        }
    }

    /**
     * Throws where one of the fields is missing without which nobody can be let through. What somebody else's source
     * answers may be changed afterwards; the copy cannot.
     */
    private static Me whole(Me user) {
        if (user == null) throw new ResponseException("me.get: the answer is nothing");
        Me copy = Me.fromJson(Json.parse(Json.write(user)));
        boolean isNobody = copy.id().isEmpty() || copy.tenantId().isEmpty();
        if (isNobody || copy.roles().contains(null) || copy.permissions().contains(null)) {
            throw new ResponseException("me.get: the answer is no user");
        }
        return copy;
    }

    private void forget() {
        Iterator<Asked> oldest = known.keySet().iterator();
        for (int count = 0; count < FORGOTTEN_AT_ONCE; count += 1) {
            oldest.next();
            oldest.remove();
        }
    }

    private long nanosecondsLeft(String token) {
        return (long) (RequestToken.millisecondsLeft(token, clock.millis()) * NANOSECONDS);
    }
}
