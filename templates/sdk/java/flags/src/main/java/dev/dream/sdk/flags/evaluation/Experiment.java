package dev.dream.sdk.flags.evaluation;

import java.util.Map;
import java.util.function.Predicate;

/**
 * A flag's experiment.
 *
 * @param isHeldOut kept out of it altogether: gets the off variation
 * @param takesPart lies in this experiment's part of everybody
 * @param control what those get who take no part; null for the off variation
 */
record Experiment(
    Moments.Span time,
    boolean isAlways,
    Predicate<String> isHeldOut,
    Predicate<String> takesPart,
    String control
) {
    static Experiment compile(Map<?, ?> source) {
        Map<?, ?> holdout = Fields.optional(source, "holdout", Fields::objectIn);
        Map<?, ?> exclusive = Fields.optional(source, "exclusive", Fields::objectIn);
        return new Experiment(
            new Moments.Span(Fields.lowerIn(source, "start"), Fields.upperIn(source, "end")),
            !Fields.has(source, "start") && !Fields.has(source, "end"),
            holdout == null ? unit -> false : within(holdout, 0, Deals.bucketIn(holdout, "upTo")),
            exclusive == null
                ? unit -> true
                : within(exclusive, Deals.bucketIn(exclusive, "from"), Deals.bucketIn(exclusive, "to")),
            Fields.optional(source, "control", Fields::textIn)
        );
    }

    /** Whether exposures count now. */
    boolean counts(Asked asked) {
        return isAlways || time.holds(asked.now());
    }

    /** From a bucket, inclusive, to another, exclusive. */
    private static Predicate<String> within(Map<?, ?> holder, int from, int to) {
        Deal deal = Deals.in(holder);
        double first = from == 0 ? Double.NEGATIVE_INFINITY : Deals.cutAt(deal, from);
        double end = Deals.cutAt(deal, to);
        return unit -> {
            double position = deal.position(unit);
            return position >= first && position < end;
        };
    }
}
