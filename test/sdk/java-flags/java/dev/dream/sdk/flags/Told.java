package dev.dream.sdk.flags;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a test says as JSON, as the SDK takes it, and the other way round. */
final class Told {
    private Told() {}

    static Map<String, Object> members(Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) map.forEach((name, member) -> members.put((String) name, member));
        return members;
    }

    static FlagContext context(Object value) {
        return value instanceof Map<?, ?> ? FlagContext.of(members(value)) : null;
    }

    static FlagClientBuilder builder(Map<String, Object> options) {
        FlagClientBuilder builder = FlagClient.builder()
                .secretKey((String) options.get("secretKey"))
                .baseUrl((String) options.get("baseUrl"))
                .timing(timing(members(options.get("timing"))));
        if (options.get("mode") instanceof String mode) builder.mode(FlagMode.valueOf(mode));
        if (options.get("pollInterval") != null) builder.pollInterval(milliseconds(options.get("pollInterval")));
        if (options.get("bootstrap") instanceof String json) builder.bootstrap(json);
        if (options.get("bootstrap") instanceof Map<?, ?> json) builder.bootstrap(members(json));
        if (options.get("now") instanceof Number now) {
            builder.clock(Clock.fixed(Instant.ofEpochMilli(now.longValue()), ZoneOffset.UTC));
        }
        if (Boolean.FALSE.equals(options.get("reports"))) builder.withoutReports();
        if (options.get("reports") instanceof Map<?, ?> reports) builder.reports(reports(members(reports)));
        return builder;
    }

    private static FlagReports reports(Map<String, Object> told) {
        FlagReports reports = FlagReports.usual();
        if (Boolean.FALSE.equals(told.get("contexts"))) reports = reports.withoutContexts();
        if (told.get("interval") != null) reports = reports.interval(milliseconds(told.get("interval")));
        for (Map.Entry<String, Object> one : members(told.get("sensitive")).entrySet()) {
            reports = reports.sensitive(one.getKey(), (String) one.getValue());
        }
        return reports;
    }

    private static FlagTiming timing(Map<String, Object> told) {
        return new FlagTiming(
                milliseconds(told.getOrDefault("timeout", 300_000)),
                milliseconds(told.getOrDefault("silence", 300_000)),
                milliseconds(told.getOrDefault("firstWord", 300_000)),
                milliseconds(told.getOrDefault("firstWait", 5)),
                milliseconds(told.getOrDefault("longestWait", 200)));
    }

    private static Duration milliseconds(Object number) {
        return Duration.ofMillis(((Number) number).longValue());
    }

    static Map<String, Object> detail(FlagDetail<?> detail) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("value", detail.value());
        told.put("variant", detail.variation().orElse(null));
        told.put("reason", detail.reason().toString());
        detail.ruleIndex().ifPresent((index) -> told.put("ruleIndex", index));
        detail.ruleName().ifPresent((name) -> told.put("ruleName", name));
        detail.prerequisiteKey().ifPresent((key) -> told.put("prerequisiteKey", key));
        if (detail.inExperiment()) told.put("inExperiment", true);
        if (detail.isPlanNamed()) told.put("requiredPlan", detail.requiredPlan().orElse(null));
        detail.errorCode().ifPresent((code) -> told.put("errorCode", code.name()));
        detail.errorMessage().ifPresent((message) -> told.put("errorMessage", message));
        return told;
    }
}
