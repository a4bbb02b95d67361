package dev.dream.sdk.entitlements;

import dev.dream.sdk.errors.ConfigurationException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How an {@link EntitlementClient} works. What is not said is as is usual. Not for several threads at once. */
public final class EntitlementClientBuilder {

    /** A hundred years: sums of those fit wherever they go. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    final EntitlementSource source;
    Duration timeToLive = Duration.ofSeconds(5);
    Duration staleFor = Duration.ofMinutes(5);
    int tenants = 1_000;
    LongSupplier nanoTime = System::nanoTime;
    Clock clock = Clock.systemUTC();

    EntitlementClientBuilder(EntitlementSource source) {
        this.source = source;
    }

    /**
     * For how long an answer counts: no change of a plan takes longer to show.
     *
     * @param time five seconds unless it is said
     * @return this builder
     * @throws ConfigurationException where it is less than 0
     */
    public EntitlementClientBuilder timeToLive(Duration time) {
        timeToLive = bounded("timeToLive", time);
        return this;
    }

    /**
     * For how long an answer counts beyond that, while the server does not answer.
     *
     * @param time five minutes unless it is said
     * @return this builder
     * @throws ConfigurationException where it is less than 0
     */
    public EntitlementClientBuilder staleFor(Duration time) {
        staleFor = bounded("staleFor", time);
        return this;
    }

    /**
     * Of how many tenants answers are kept.
     *
     * @param count a thousand unless it is said
     * @return this builder
     * @throws ConfigurationException where it is less than 1
     */
    public EntitlementClientBuilder tenants(int count) {
        if (count < 1) throw new ConfigurationException("tenants must be 1 or more");
        tenants = count;
        return this;
    }

    /**
     * Makes it. Nothing is asked.
     *
     * @return one client for a process
     */
    public EntitlementClient build() {
        return new EntitlementClient(this);
    }

    private static Duration bounded(String name, Duration value) {
        if (value == null || value.isNegative()) throw new ConfigurationException(name + " must be 0 or more");
        return value.compareTo(LONGEST) < 0 ? value : LONGEST;
    }
}
