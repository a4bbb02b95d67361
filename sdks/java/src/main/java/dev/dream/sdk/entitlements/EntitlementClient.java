package dev.dream.sdk.entitlements;

import dev.dream.sdk.Dream;
import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.errors.RateLimitException;
import dev.dream.sdk.errors.ServerException;
import dev.dream.sdk.internal.Blank;
import dev.dream.sdk.types.EntitlementAccess;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * What tenants have, kept for a while in this process; thread-safe. What was used is as old as the answer: only
 * {@code dream.entitlements().use(…)} takes anything.
 */
public final class EntitlementClient {

    private static final Map<String, Object> UNKNOWN = Map.of(
        "entitled",
        false,
        "type",
        "unknown",
        "reason",
        "unknown_entitlement"
    );

    private final EntitlementSource source;
    private final Duration timeToLive;
    private final Duration staleFor;
    private final int most;
    private final LongSupplier nanoTime;
    private final Clock clock;
    /** In the order in which they were asked for, the latest last. Whoever uses it holds its lock. */
    private final Map<String, Question> kept = new LinkedHashMap<>();

    EntitlementClient(EntitlementClientBuilder options) {
        source = options.source;
        timeToLive = options.timeToLive;
        staleFor = options.staleFor;
        most = options.tenants;
        nanoTime = options.nanoTime;
        clock = options.clock;
    }

    /**
     * A client of a server, to be set up.
     *
     * @param client is not closed by this
     * @return a builder with nothing said
     */
    public static EntitlementClientBuilder builder(Dream client) {
        return builder(EntitlementSource.of(client));
    }

    /**
     * A client of something else, to be set up.
     *
     * @param source safe for use by many threads
     * @return a builder with nothing said
     */
    public static EntitlementClientBuilder builder(EntitlementSource source) {
        return new EntitlementClientBuilder(source);
    }

    /**
     * What the tenant has of one entitlement.
     *
     * @param tenant its id
     * @param feature the key of the entitlement
     * @return for a key that no entitlement has, one that is not entitled, of type {@code unknown}
     * @throws dev.dream.sdk.errors.DreamException what {@code entitlements.evaluate} throws, unless what is kept may
     *     stand in for it
     */
    public EntitlementAccess get(String tenant, String feature) {
        EntitlementAccess access = all(tenant).get(feature);
        return access == null ? EntitlementAccess.fromJson(UNKNOWN) : access;
    }

    /**
     * Whether the tenant has an entitlement.
     *
     * @param tenant its id
     * @param feature the key of the entitlement
     * @return {@code entitled} of {@link #get}
     * @throws dev.dream.sdk.errors.DreamException as {@link #get}
     */
    public boolean has(String tenant, String feature) {
        return Boolean.TRUE.equals(get(tenant, feature).raw().get("entitled"));
    }

    /**
     * What the tenant has of each entitlement.
     *
     * @param tenant its id
     * @return by key; cannot be changed
     * @throws dev.dream.sdk.errors.DreamException as {@link #get}
     */
    public Map<String, EntitlementAccess> all(String tenant) {
        Question question = questionOf(tenant);
        KeptAnswer before = question.before();
        boolean isUnderWay = !question.answer().isDone();
        if (isUnderWay && before != null && before.isInstead(staleFor, nanoTime.getAsLong())) return before.access();
        try {
            return question.await().access();
        } catch (ConnectionException | ServerException | RateLimitException mayPass) {
            if (before == null || !before.mayStandIn(staleFor, nanoTime.getAsLong())) throw mayPass;
            return before.access();
        }
    }

    /**
     * Of the tenant, nothing is kept any more: after its plan was changed, say.
     *
     * @param tenant its id
     */
    public void forget(String tenant) {
        synchronized (kept) {
            kept.remove(tenant);
        }
    }

    /** Of no tenant, anything is kept any more. */
    public void forgetAll() {
        synchronized (kept) {
            kept.clear();
        }
    }

    private Question questionOf(String tenant) {
        if (tenant == null || Blank.is(tenant)) {
            throw new ConfigurationException("Entitlements are a tenant's: give its id");
        }
        synchronized (kept) {
            Question known = kept.remove(tenant);
            boolean isCurrent = known != null && known.isCurrent(nanoTime.getAsLong());
            Question current = isCurrent ? known : ask(tenant, known);
            kept.put(tenant, current);
            Iterator<String> longest = kept.keySet().iterator();
            for (int excess = kept.size() - most; excess > 0; excess -= 1) {
                longest.next();
                longest.remove();
            }
            return current;
        }
    }

    private Question ask(String tenant, Question before) {
        Question question = new Question(new CompletableFuture<>(), before == null ? null : before.latest());
        long askedAt = nanoTime.getAsLong();
        Thread thread = new Thread(null, () -> answer(tenant, question, askedAt), "dream-sdk-entitlements", 0, false);
        thread.setDaemon(true);
        thread.start();
        return question;
    }

    private void answer(String tenant, Question question, long askedAt) {
        try {
            Map<String, EntitlementAccess> access = source.evaluate(tenant);
            question.answer().complete(KeptAnswer.of(access, askedAt, timeToLive, clock.instant()));
        } catch (Throwable thrown) {
            restore(tenant, question, thrown);
            question.answer().completeExceptionally(thrown);
        }
    }

    /** A question that failed is asked again by the next who wants to know, after a while where the server was away. */
    private void restore(String tenant, Question failed, Throwable thrown) {
        KeptAnswer before = failed.before();
        synchronized (kept) {
            if (kept.get(tenant) != failed) return;
            if (before == null) {
                kept.remove(tenant);
                return;
            }
            long now = nanoTime.getAsLong();
            KeptAnswer latest = mayPass(thrown) ? before.resting(timeToLive, staleFor, now) : before.awake();
            kept.put(tenant, Question.answered(latest));
        }
    }

    private static boolean mayPass(Throwable thrown) {
        return (
            thrown instanceof ConnectionException ||
            thrown instanceof ServerException ||
            thrown instanceof RateLimitException
        );
    }
}
