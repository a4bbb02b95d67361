package dev.dream.sdk.permissions;

import dev.dream.sdk.errors.ConfigurationException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** How a {@link PermissionClient} works. What is not said is as is usual. Not for several threads at once. */
public final class PermissionClientBuilder {

    final PermissionSource source;
    Duration refreshInterval = Duration.ofSeconds(30);
    Duration maxAge = Duration.ofMinutes(5);
    boolean isStreaming = true;
    boolean isReporting = true;
    Duration reportInterval = DecisionReporterBuilder.USUAL_INTERVAL;
    Consumer<String> onProblem = problem -> {};
    /** Between two questions that are asked in turn, and between two for the sake of claims. */
    Duration leastPause = Duration.ofSeconds(1);
    LongSupplier nanoTime = System::nanoTime;
    Clock clock = Clock.systemUTC();

    PermissionClientBuilder(PermissionSource source) {
        this.source = source;
    }

    /**
     * From an answer of the server to the next question.
     *
     * @param interval 30 seconds unless it is said; at least one
     * @return this builder
     * @throws ConfigurationException where it is not more than 0
     */
    public PermissionClientBuilder refreshInterval(Duration interval) {
        refreshInterval = positive("refreshInterval", interval);
        return this;
    }

    /**
     * For how long a policy counts that the server did not confirm; then every answer is {@code ASK}.
     *
     * @param age five minutes unless it is said
     * @return this builder
     * @throws ConfigurationException where it is not more than 0
     */
    public PermissionClientBuilder maxAge(Duration age) {
        maxAge = positive("maxAge", age);
        return this;
    }

    /**
     * Changes are not heard of as they happen, which takes a key that may read events, but by the next question.
     *
     * @return this builder
     */
    public PermissionClientBuilder withoutStream() {
        isStreaming = false;
        return this;
    }

    /**
     * Local answers are not reported: they stand in no decision log. Reporting takes a key with the scope
     * {@code decisions:write}.
     *
     * @return this builder
     */
    public PermissionClientBuilder withoutReports() {
        isReporting = false;
        return this;
    }

    /**
     * From the first local answer that waits to the call that reports it; 500 are reported at once.
     *
     * @param interval five seconds unless it is said; at least 100 milliseconds
     * @return this builder
     * @throws ConfigurationException where it is not more than 0
     */
    public PermissionClientBuilder reportInterval(Duration interval) {
        reportInterval = DecisionReporterBuilder.held("reportInterval", interval);
        return this;
    }

    /**
     * Who is told, in a sentence, of what goes wrong. Never told of keys.
     *
     * @param listener called from any thread; what it throws changes nothing
     * @return this builder
     */
    public PermissionClientBuilder onProblem(Consumer<String> listener) {
        onProblem = new ProblemListener(listener);
        return this;
    }

    /**
     * Begins. Never waits: see {@link PermissionClient#ready(Duration)}.
     *
     * @return one client for a process; to be closed at its end
     */
    public PermissionClient build() {
        return new PermissionClient(this);
    }

    static Duration positive(String name, Duration value) {
        if (value != null && !value.isNegative() && !value.isZero()) return value;
        throw new ConfigurationException(name + " must be more than 0");
    }
}
