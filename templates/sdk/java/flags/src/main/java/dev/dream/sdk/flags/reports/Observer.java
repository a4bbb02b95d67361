package dev.dream.sdk.flags.reports;

import dev.dream.sdk.flags.evaluation.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Looks on while flags are evaluated, from any thread. Costs little, keeps little, and nothing in it throws. */
public final class Observer {

    /** What one report holds; a server takes no more than this of each. */
    private static final int MOST_OF_EACH = 1_000;
    /** In place of a start that an experiment does not say. */
    private static final Object NO_START = new Object();

    private final Tally tally = new Tally();
    private final Exposures exposures;
    /** Null where contexts are not sampled. */
    private final SeenContexts contexts;

    private final Map<?, ?> own;
    private volatile Sensitive sensitive;

    /**
     * One that has seen nothing yet.
     *
     * @param isSampling whether contexts are told
     * @param sensitive by kind of context, attributes that are not told
     * @param clock for the moments of exposures
     * @param random from 0, inclusive, to 1, exclusive
     */
    public Observer(boolean isSampling, Map<?, ?> sensitive, Clock clock, DoubleSupplier random) {
        this.exposures = new Exposures(clock);
        this.contexts = isSampling ? new SeenContexts(random) : null;
        this.own = sensitive;
        this.sensitive = new Sensitive(List.of(sensitive));
    }

    /**
     * A flag was served.
     *
     * @param outcome what was found
     * @param context as it was evaluated
     * @param isTaken false where its value was of another type than was asked for
     */
    public void served(Outcome outcome, Object context, boolean isTaken) {
        try {
            tally.count(outcome, isTaken);
            if (isTaken && outcome.unit() != null) exposures.add(outcome, context, sensitive);
            if (contexts != null) contexts.see(context, sensitive);
        } catch (Throwable failure) {
            // Looking on must not change what is seen.
        }
    }

    /**
     * Another ruleset takes over. Who was exposed to an experiment that begins anew is told once more.
     *
     * @param ruleset may hold anything
     */
    public void turnOver(Map<?, ?> ruleset) {
        tally.turnOver();
        boolean hasMore = ruleset.get("sensitive") instanceof Map<?, ?>;
        sensitive = new Sensitive(hasMore ? List.of(own, (Map<?, ?>) ruleset.get("sensitive")) : List.of(own));
        exposures.begin(experimentStarts(ruleset));
    }

    /** What was seen since the last time. Several reports where it is more than fits into one; the last may be empty. */
    List<Report> take() {
        exposures.withhold(sensitive);
        List<Count> counts = tally.take();
        List<Report> reports = new ArrayList<>();
        List<Map<String, Object>> seen = contexts == null ? List.of() : contexts.take(sensitive);
        for (int from = 0; ; from += MOST_OF_EACH) {
            List<Count> some = counts.subList(
                Math.min(from, counts.size()),
                Math.min(from + MOST_OF_EACH, counts.size())
            );
            Report report = new Report(some, from == 0 ? seen : List.of(), exposures.take(MOST_OF_EACH));
            if (from > 0 && report.isEmpty()) return reports;
            reports.add(report);
        }
    }

    /** Keeps for later what could not be sent. Contexts are a sample: the next one will do. */
    void putBack(Report report) {
        tally.putBack(report.counts());
        exposures.putBack(report.exposures());
    }

    private static Map<String, Object> experimentStarts(Map<?, ?> ruleset) {
        Map<String, Object> starts = new HashMap<>();
        if (!(ruleset.get("flags") instanceof Map<?, ?> flags)) return starts;
        flags.forEach((key, flag) -> {
            if (
                !(flag instanceof Map<?, ?> fields) || !(fields.get("experiment") instanceof Map<?, ?> experiment)
            ) return;
            Object start = experiment.get("start");
            starts.put(String.valueOf(key), start == null ? NO_START : start);
        });
        return starts;
    }
}
