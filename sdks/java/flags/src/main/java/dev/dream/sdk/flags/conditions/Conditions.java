package dev.dream.sdk.flags.conditions;

import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.flags.evaluation.AttributePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Makes tests of a ruleset from conditions as files have them. */
public final class Conditions {

    private final String salt;

    private Conditions(String salt) {
        this.salt = salt;
    }

    /**
     * A condition becomes what it does for production; a test of a ruleset stays what it is.
     *
     * @param condition as it is written
     * @param salt of the flag or segment it stands in
     * @param isSegment whether there is a segment of a key
     * @return the test
     * @throws ConfigurationException for one that a file would not be let through with, and for {@code matches}, which only a
     *     server compiles
     */
    public static Map<String, Object> compile(Map<String, ?> condition, String salt, Predicate<String> isSegment) {
        if (condition.get("op") instanceof String) return new LinkedHashMap<>(condition);
        Object written = Written.normal(condition);
        new ConditionCheck(isSegment).check(written);
        return new Conditions(salt).compile(written);
    }

    /**
     * An attribute as a ruleset has it.
     *
     * @param text as people write it: {@code user.key}
     * @return kind and path
     */
    public static Map<String, Object> attribute(String text) {
        AttributePath path = AttributePath.read(text);
        return Map.of("kind", path.kind(), "path", path.path());
    }

    /** Several tests in one must all hold. */
    private Map<String, Object> compile(Object condition) {
        List<Map<String, Object>> tests = new ArrayList<>();
        Written.inNameOrder(condition).forEach((name, value) -> tests.add(test(name, value)));
        return tests.size() == 1 ? tests.get(0) : Map.of("op", "all", "of", tests);
    }

    private Map<String, Object> test(String name, Object value) {
        switch (name) {
            case "any":
            case "all":
                return Map.of("op", name, "of", Written.listOf(value).stream().map(this::compile).toList());
            case "not":
                return Map.of("op", "not", "of", compile(value));
            case "segment":
                return Map.of("op", "segment", "keys", Scalars.inOrder(Written.textsOf(value)));
            case "share":
                return share(Written.membersOf(value));
            case "now":
                return now(Written.membersOf(value));
            default:
                return Map.of("op", "attribute", "of", attribute(name), "tests", AttributeTests.compile(value));
        }
    }

    private Map<String, Object> share(Map<?, ?> share) {
        String by = Written.textOf(share.get("by"));
        // Not the salt of the rollouts: whoever is in the first tenth would get their first variation, always.
        return Map.of(
            "op",
            "share",
            "by",
            attribute(by == null ? "user.key" : by),
            "deal",
            Deals.of(share, salt + ".share"),
            "upTo",
            Deals.buckets(Written.numberOf(share.get("percent")))
        );
    }

    private static Map<String, Object> now(Map<?, ?> limits) {
        Map<String, Object> test = new LinkedHashMap<>(Map.of("op", "now"));
        AttributeTests.putLimit(test, "after", Written.instantOf(limits.get("after")));
        AttributeTests.putLimit(test, "before", Written.instantOf(limits.get("before")));
        return test;
    }
}
