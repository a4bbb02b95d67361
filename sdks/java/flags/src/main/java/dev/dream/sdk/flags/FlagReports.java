package dev.dream.sdk.flags;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a client tells the server of evaluations: counts, a sample of contexts, and exposures to experiments. */
public final class FlagReports {

    private final boolean isSampling;
    private final Duration interval;
    private final Map<String, List<String>> sensitive;

    private FlagReports(boolean isSampling, Duration interval, Map<String, List<String>> sensitive) {
        this.isSampling = isSampling;
        this.interval = interval;
        this.sensitive = sensitive;
    }

    /** {@return all of it, every 30 seconds} */
    public static FlagReports usual() {
        return new FlagReports(true, Duration.ofSeconds(30), Map.of());
    }

    /** {@return the same without contexts: flags are counted, and exposures told} */
    public FlagReports withoutContexts() {
        return new FlagReports(false, interval, sensitive);
    }

    /**
     * The same at another interval.
     *
     * @param other from one report to the next; at least a second
     * @return a copy
     */
    public FlagReports interval(Duration other) {
        return new FlagReports(isSampling, other, sensitive);
    }

    /**
     * The same without some attributes, besides those that the server calls sensitive.
     *
     * @param kind of context
     * @param attributes their names
     * @return a copy
     */
    public FlagReports sensitive(String kind, String... attributes) {
        Map<String, List<String>> all = new HashMap<>(sensitive);
        all.put(kind, List.of(attributes));
        return new FlagReports(isSampling, interval, Map.copyOf(all));
    }

    boolean isSampling() {
        return isSampling;
    }

    double intervalMilliseconds() {
        return Math.max(1_000, interval.toMillis());
    }

    Map<String, List<String>> sensitive() {
        return sensitive;
    }
}
