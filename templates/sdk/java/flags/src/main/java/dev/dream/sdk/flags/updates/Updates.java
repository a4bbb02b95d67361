package dev.dream.sdk.flags.updates;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How rules are brought up to date.
 *
 * @param server that has them
 * @param keeper that wants them
 * @param interval milliseconds from one answer to the next question, while polling
 * @param waits after failures
 * @param silence milliseconds after which a stream counts as dead: servers say every 15 seconds that they are there
 * @param firstWord milliseconds without a word of a stream that has just been asked for, after which the ruleset is asked for
 *     beside it
 */
public record Updates(
    RulesetServer server,
    RulesetKeeper keeper,
    double interval,
    Waits waits,
    double silence,
    double firstWord
) {
    /**
     * Begins, on threads of their own.
     *
     * @param isStreaming false: asks now and then
     * @param ending ends it
     */
    public void start(boolean isStreaming, Ending ending) {
        Background background = server.background();
        if (isStreaming) background.start(() -> new Streaming(this, ending).run());
        else background.start(() -> new Polling(this, ending).run());
    }

    static double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    double waitAfter(int failures, Attempt attempt, double leastFirst) {
        DoubleSupplier random = Updates::random;
        Waits own = new Waits(Math.max(waits.first(), leastFirst), waits.longest());
        return own.after(failures, random, attempt.retryAfter());
    }
}
