package dev.dream.sdk.permissions;

import dev.dream.sdk.errors.ConfigurationException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** How a {@link DecisionReporter} works. What is not said is as is usual. Not for several threads at once. */
public final class DecisionReporterBuilder {

    static final Duration USUAL_INTERVAL = Duration.ofSeconds(5);

    private static final Duration SHORTEST = Duration.ofMillis(100);

    /** A hundred years, which any clock can count. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    final DecisionLog log;
    Duration interval = USUAL_INTERVAL;
    Consumer<String> onProblem = problem -> {};
    Clock clock = Clock.systemUTC();

    DecisionReporterBuilder(DecisionLog log) {
        this.log = log;
    }

    /**
     * From the first decision that waits to the call that tells of it; 500 are told at once.
     *
     * @param time five seconds unless it is said; at least 100 milliseconds
     * @return this builder
     * @throws ConfigurationException where it is not more than 0
     */
    public DecisionReporterBuilder interval(Duration time) {
        interval = held("interval", time);
        return this;
    }

    /**
     * Who is told, in a sentence, of what goes wrong. Never told of keys.
     *
     * @param listener called from any thread; what it throws changes nothing
     * @return this builder
     */
    public DecisionReporterBuilder onProblem(Consumer<String> listener) {
        onProblem = new ProblemListener(listener);
        return this;
    }

    /**
     * Makes it. Nothing is sent before something is decided.
     *
     * @return one reporter for a process; to be closed at its end
     */
    public DecisionReporter build() {
        return new DecisionReporter(this);
    }

    /** The time, not shorter and not longer than can be. */
    static Duration held(String name, Duration time) {
        Duration positive = PermissionClientBuilder.positive(name, time);
        if (positive.compareTo(SHORTEST) < 0) return SHORTEST;
        return positive.compareTo(LONGEST) > 0 ? LONGEST : positive;
    }
}
