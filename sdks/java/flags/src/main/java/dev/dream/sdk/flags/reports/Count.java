package dev.dream.sdk.flags.reports;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often something was served.
 *
 * @param variation null for the default given in code
 */
record Count(String flag, String variation, String reason, long count) {
    /** What counts are added up by. */
    Count identity() {
        return new Count(flag, variation, reason, 0);
    }

    Count plus(Count other) {
        return new Count(flag, variation, reason, count + other.count);
    }

    /** A server takes no longer names, and would refuse a whole report for one of them: code may ask for any text as a key. */
    boolean canBeTold() {
        boolean isVariation = variation == null || (!variation.isEmpty() && variation.length() <= 128);
        return count > 0 && isVariation && !flag.isEmpty() && flag.length() <= 255;
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("flag", flag);
        json.put("variation", variation);
        json.put("reason", reason);
        json.put("count", count);
        return json;
    }
}
