package dev.dream.sdk.permissions;

import dev.dream.sdk.Dream;
import java.time.Clock;
import java.time.Duration;

/**
 * Tells the server in batches what this process decided by itself, so that the decision log has it. What cannot be told
 * because the server is away is told again later. For servers; thread-safe; close it at the end.
 */
public final class DecisionReporter implements AutoCloseable {

    /** For what is left at the end. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    /** Longer than any call takes. */
    private static final Duration LONG_WAIT = Duration.ofDays(1);

    private final DecisionSender sender;
    private final Clock clock;

    DecisionReporter(DecisionReporterBuilder options) {
        sender = new DecisionSender(options.log, options.interval, options.onProblem);
        clock = options.clock;
    }

    /**
     * A reporter to a server, to be set up.
     *
     * @param client with a secret key that has the scope {@code decisions:write}; is not closed by this
     * @return a builder with nothing said
     */
    public static DecisionReporterBuilder builder(Dream client) {
        return builder(DecisionLog.of(client));
    }

    /**
     * A reporter to something else, to be set up.
     *
     * @param log safe for use by many threads
     * @return a builder with nothing said
     */
    public static DecisionReporterBuilder builder(DecisionLog log) {
        return new DecisionReporterBuilder(log);
    }

    /**
     * Keeps a decision, which is taken now, until it is told. Waits for nothing, and never throws.
     *
     * @param decision dropped without a word where it is none: a name in it is empty, longer than 255 characters, or no
     *     text that a database can hold
     */
    public void report(LocalDecision decision) {
        try {
            CollectedDecision collected = CollectedDecision.of(decision, clock.instant());
            if (collected != null) sender.add(collected);
        } catch (Throwable failure) {
            // Nobody's answer depends on it.
        }
    }

    /** Tells what waits, and waits until that is over. Throws nothing; an interruption ends the wait, and is kept. */
    public void flush() {
        sender.flush(LONG_WAIT);
    }

    /**
     * Tells what is left once, for five seconds at most, and nothing more afterwards. An interruption ends that, and is
     * kept. The client that was given stays open.
     */
    @Override
    public void close() {
        sender.close(LAST_WAIT);
    }
}
