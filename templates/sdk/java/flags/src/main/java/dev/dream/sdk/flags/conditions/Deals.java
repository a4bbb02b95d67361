package dev.dream.sdk.flags.conditions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How units of shares are dealt. */
final class Deals {

    static final List<String> HASHES = List.of(
        "murmur3",
        "launchdarkly",
        "unleash",
        "growthbook",
        "growthbook-v2",
        "flagd"
    );

    private static final double BUCKETS_PER_PERCENT = 1_000;

    private Deals() {}

    /** Percent as buckets of 100,000. */
    static double buckets(Double percent) {
        return percent == null ? 0 : Math.floor(percent * BUCKETS_PER_PERCENT + 0.5);
    }

    /** The deal of a body that may say {@code salt}, {@code seed} and {@code hash}. */
    static Map<String, Object> of(Map<?, ?> written, String usualSalt) {
        Map<String, Object> deal = new LinkedHashMap<>();
        String salt = Written.textOf(written.get("salt"));
        String hash = Written.textOf(written.get("hash"));
        deal.put("hash", hash == null ? "murmur3" : hash);
        deal.put("salt", salt == null ? usualSalt : salt);
        if (written.containsKey("seed")) deal.put("seed", written.get("seed"));
        if (written.containsKey("buckets")) deal.put("buckets", written.get("buckets"));
        return deal;
    }
}
