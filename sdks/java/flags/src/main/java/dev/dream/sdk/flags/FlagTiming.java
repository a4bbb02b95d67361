package dev.dream.sdk.flags;

import java.time.Duration;

/**
 * How long a client waits for what.
 *
 * @param timeout silence after which a question is given up: 10 seconds
 * @param silence silence after which a stream counts as dead: 45 seconds. Servers say every 15 seconds that they are there
 * @param firstWord silence after which the ruleset is asked for beside a stream that has brought nothing yet: 3 seconds
 * @param firstWait before the first further attempt: 1 second. Doubled after each
 * @param longestWait no wait is longer, whatever the server asks for: 2 minutes
 */
public record FlagTiming(
    Duration timeout,
    Duration silence,
    Duration firstWord,
    Duration firstWait,
    Duration longestWait
) {
    /** {@return what is usual} */
    public static FlagTiming usual() {
        return new FlagTiming(
            Duration.ofSeconds(10),
            Duration.ofSeconds(45),
            Duration.ofSeconds(3),
            Duration.ofSeconds(1),
            Duration.ofMinutes(2)
        );
    }

    /**
     * The same with another timeout.
     *
     * @param other silence after which a question is given up
     * @return a copy
     */
    public FlagTiming timeout(Duration other) {
        return new FlagTiming(other, silence, firstWord, firstWait, longestWait);
    }

    /**
     * The same with another patience with streams.
     *
     * @param other silence after which a stream counts as dead
     * @return a copy
     */
    public FlagTiming silence(Duration other) {
        return new FlagTiming(timeout, other, firstWord, firstWait, longestWait);
    }

    /**
     * The same with another patience with streams that begin.
     *
     * @param other silence after which the ruleset is asked for beside the stream
     * @return a copy
     */
    public FlagTiming firstWord(Duration other) {
        return new FlagTiming(timeout, silence, other, firstWait, longestWait);
    }

    /**
     * The same with other waits after failures.
     *
     * @param first before the first further attempt
     * @param longest no wait is longer
     * @return a copy
     */
    public FlagTiming waits(Duration first, Duration longest) {
        return new FlagTiming(timeout, silence, firstWord, first, longest);
    }
}
