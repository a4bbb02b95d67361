package dev.dream.sdk.flags;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How a {@link FlagClient} works. What is not said is as is usual, and so is what cannot be used, of which {@link
 * #onProblem} is told once the client is built. Nothing here throws. Not for several threads at once.
 */
public final class FlagClientBuilder {

    String secretKey = "";
    String baseUrl = "";
    FlagMode mode = FlagMode.STREAMING;
    Duration pollInterval = Duration.ofSeconds(30);
    Object bootstrap;
    FlagReports reports = FlagReports.usual();
    StickyAssignments sticky;
    Consumer<String> onProblem = problem -> {};
    FlagTiming timing = FlagTiming.usual();
    HttpClient httpClient;
    Clock clock = Clock.systemUTC();

    FlagClientBuilder() {}

    /**
     * Who asks. Not needed offline.
     *
     * @param key {@code sk_…}; with characters that no key has, the client is OFF
     * @return this
     */
    public FlagClientBuilder secretKey(String key) {
        this.secretKey = key == null ? "" : key;
        return this;
    }

    /**
     * Where the server is.
     *
     * @param address {@code https://flags.acme.com}; where it is no such address, the client is OFF
     * @return this
     */
    public FlagClientBuilder baseUrl(String address) {
        this.baseUrl = address == null ? "" : address;
        return this;
    }

    /**
     * Where the rules come from.
     *
     * @param other {@link FlagMode#STREAMING} unless it is said
     * @return this
     */
    public FlagClientBuilder mode(FlagMode other) {
        this.mode = other;
        return this;
    }

    /**
     * Between two questions while polling.
     *
     * @param interval 30 seconds unless it is said; held between a second and a day
     * @return this
     */
    public FlagClientBuilder pollInterval(Duration interval) {
        this.pollInterval = interval;
        return this;
    }

    /**
     * What is evaluated until the server is heard of.
     *
     * @param json an answer of the server to {@code GET /v1/flag-ruleset}, or {@link FlagClient#ruleset()} of another client, as
     *     text
     * @return this
     */
    public FlagClientBuilder bootstrap(String json) {
        this.bootstrap = json;
        return this;
    }

    /**
     * The same, parsed.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it, of which a copy is kept
     * @return this
     */
    public FlagClientBuilder bootstrap(Map<String, ?> json) {
        this.bootstrap = json;
        return this;
    }

    /**
     * What is told to the server of evaluations.
     *
     * @param other {@link FlagReports#usual()} unless it is said; null: nothing is reported
     * @return this
     */
    public FlagClientBuilder reports(FlagReports other) {
        this.reports = other;
        return this;
    }

    /**
     * Nothing about evaluations leaves the process.
     *
     * @return this
     */
    public FlagClientBuilder withoutReports() {
        this.reports = null;
        return this;
    }

    /**
     * Where sticky rollouts keep what they dealt. Without it, what is dealt changes with the percentages.
     *
     * @param store answers at once, from any thread
     * @return this
     */
    public FlagClientBuilder sticky(StickyAssignments store) {
        this.sticky = store;
        return this;
    }

    /**
     * Who is told, in a sentence, of what goes wrong. Never told of keys or of contexts.
     *
     * @param listener called from any thread; what it throws changes nothing
     * @return this
     */
    public FlagClientBuilder onProblem(Consumer<String> listener) {
        this.onProblem = problem -> {
            try {
                listener.accept(problem);
            } catch (Throwable failure) {
                // Whoever wants to be told must be able to listen; flags are evaluated all the same.
            }
        };
        return this;
    }

    /**
     * How long is waited for what.
     *
     * @param other {@link FlagTiming#usual()} unless it is said; each held between a millisecond and a day
     * @return this
     */
    public FlagClientBuilder timing(FlagTiming other) {
        this.timing = other;
        return this;
    }

    /**
     * What requests go through, for proxies and certificates of one's own.
     *
     * @param client one that follows no redirects, as is usual: a key must not go to another host. In place of one that
     *     does, another with its proxy, its certificates and all else is used
     * @return this
     */
    public FlagClientBuilder httpClient(HttpClient client) {
        this.httpClient = client;
        return this;
    }

    /**
     * In place of the system's clock, for tests of flags that depend on the time.
     *
     * @param other asked from any thread
     * @return this
     */
    public FlagClientBuilder clock(Clock other) {
        this.clock = other;
        return this;
    }

    /**
     * Begins. Never waits: see {@link FlagClient#ready(Duration)}.
     *
     * @return one client for a process; to be closed at its end
     */
    public FlagClient build() {
        return new FlagClient(new FlagSettings(this));
    }
}
