package dev.dream.sdk.flags.reports;

import java.util.Map;

/**
 * Somebody was given a variation in an experiment.
 *
 * @param by the attribute that was dealt: {@code user.key}
 * @param unit its value
 * @param at RFC 3339
 */
record Exposure(String flag, String variation, String by, String unit, String at) {
    Map<String, Object> toJson() {
        return Map.of("flag", flag, "variation", variation, "by", by, "unit", unit, "at", at);
    }
}
