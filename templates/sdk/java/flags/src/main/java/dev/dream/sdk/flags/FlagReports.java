package dev.dream.sdk.flags;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a client tells the server of evaluations: counts, a sample of contexts, and exposures to experiments. */
public final class FlagReports {

    static final Duration USUAL_INTERVAL = Duration.ofSeconds(30);

    private final boolean isSampling;
    private final Duration interval;
    private final Map<String, List<String>> sensitive;
    private final boolean isClear;

    private FlagReports(boolean isSampling, Duration interval, Map<String, List<String>> sensitive, boolean isClear) {
        this.isSampling = isSampling;
        this.interval = interval;
        this.sensitive = sensitive;
        this.isClear = isClear;
    }

    /** {@return all of it, every 30 seconds} */
    public static FlagReports usual() {
        return new FlagReports(true, USUAL_INTERVAL, Map.of(), true);
    }

    /** {@return the same without contexts: flags are counted, and exposures told} */
    public FlagReports withoutContexts() {
        return new FlagReports(false, interval, sensitive, isClear);
    }

    /**
     * The same at another interval.
     *
     * @param other from one report to the next; held between a second and a day, 30 seconds for null
     * @return a copy
     */
    public FlagReports interval(Duration other) {
        return new FlagReports(isSampling, other, sensitive, isClear);
    }

    /**
     * The same without some attributes, besides those that the server calls sensitive.
     *
     * @param kind of context
     * @param attributes their names
     * @return a copy; where a name is null, it is not known what is to be kept, and nothing is reported
     */
    public FlagReports sensitive(String kind, String... attributes) {
        if (kind == null || attributes == null || Arrays.asList(attributes).contains(null)) {
            return new FlagReports(isSampling, interval, sensitive, false);
        }
        Map<String, List<String>> all = new HashMap<>(sensitive);
        all.put(kind, List.of(attributes));
        return new FlagReports(isSampling, interval, Map.copyOf(all), isClear);
    }

    boolean isSampling() {
        return isSampling;
    }

    /** Null where that was given. */
    Duration interval() {
        return interval;
    }

    /** Whether it is known which attributes are to be kept. */
    boolean isClear() {
        return isClear;
    }

    Map<String, List<String>> sensitive() {
        return sensitive;
    }
}
