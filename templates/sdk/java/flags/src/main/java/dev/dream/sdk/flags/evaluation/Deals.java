package dev.dream.sdk.flags.evaluation;

import java.util.List;
import java.util.Map;

/** The field {@code deal} of what holds one. */
final class Deals {

    static final int ALL = 100_000;

    private static final Map<String, Maker> MAKERS = Map.of(
        "murmur3",
        (salt, seed, buckets) -> MurmurDeal.own(salt, seed),
        "flagd",
        (salt, seed, buckets) -> MurmurDeal.flagd(salt, seed),
        "unleash",
        UnleashDeal::new,
        "growthbook",
        (salt, seed, buckets) -> new GrowthBookDeal(salt, false),
        "growthbook-v2",
        (salt, seed, buckets) -> new GrowthBookDeal(salt, true),
        "launchdarkly",
        (salt, seed, buckets) -> new LaunchDarklyDeal(salt, seed)
    );

    private Deals() {}

    @FunctionalInterface
    private interface Maker {
        Deal make(String salt, Double seed, Integer buckets);
    }

    static Deal in(Map<?, ?> holder) {
        Map<?, ?> source = Fields.objectIn(holder, "deal");
        Maker maker = Fields.choiceIn(source, "hash", MAKERS);
        Integer buckets = Fields.optional(source, "buckets", (from, name) -> Fields.wholeIn(from, name, 1, ALL));
        String salt = Fields.textIn(source, "salt");
        return maker.make(salt, Fields.optional(source, "seed", Fields::numberIn), buckets);
    }

    /** A field that says up to which bucket. */
    static int bucketIn(Map<?, ?> holder, String name) {
        return Fields.wholeIn(holder, name, 0, ALL);
    }

    /** Where those end who lie below a bucket. */
    static double cutAt(Deal deal, int upTo) {
        return deal.cuts(List.of(new DealtPart(upTo, false)))[0];
    }
}
