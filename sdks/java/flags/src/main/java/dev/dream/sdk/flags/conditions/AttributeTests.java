package dev.dream.sdk.flags.conditions;

import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.flags.evaluation.LowerCase;
import dev.dream.sdk.flags.evaluation.WrittenNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tests of one attribute as written: a value, a list of values, or operators by name. */
final class AttributeTests {

    private final boolean ignoresCase;

    private AttributeTests(boolean ignoresCase) {
        this.ignoresCase = ignoresCase;
    }

    static List<Map<String, Object>> compile(Object written) {
        if (!(written instanceof Map<?, ?> operators)) {
            return List.of(Map.of("is", "in", "values", Scalars.inOrder(Scalars.of(written))));
        }
        List<Map<String, Object>> tests = rangeTests(operators);
        AttributeTests compiler = new AttributeTests(Boolean.TRUE.equals(operators.get("ignoreCase")));
        Written.inNameOrder(operators).forEach((name, value) -> {
            Map<String, Object> test = compiler.test(name, value);
            if (test != null) tests.add(test);
        });
        return tests;
    }

    static void putLimit(Map<String, Object> test, String name, Double limit) {
        if (limit != null) test.put(name, limit);
    }

    /** Null where the name says no test of its own. */
    private Map<String, Object> test(String name, Object value) {
        switch (name) {
            case "equals":
            case "in":
                return of("in", "values", Scalars.of(value));
            case "notIn":
            case "includes":
            case "includesAll":
                return of(name, "values", Scalars.of(value));
            case "contains":
            case "startsWith":
            case "endsWith":
                return of(name, "texts", Written.textsOf(value));
            case "matches":
                throw new ConfigurationException(
                    "The pattern " +
                        Written.shown(Written.textsOf(value).get(0)) +
                        " needs a compiler: begin with the ruleset of a server, which has compiled its own."
                );
            case "modulo":
                Map<?, ?> amounts = Written.membersOf(value);
                return Map.of("is", "modulo", "divisor", amounts.get("divisor"), "remainder", amounts.get("remainder"));
            case "semver":
                return Map.of("is", "semver", "comparisons", VersionRange.compile(Written.textOf(value)));
            case "cidr":
                return Map.of("is", "cidr", "networks", networks(value));
            case "size":
                return Map.of("is", "size", "tests", value instanceof Number ? exactly(value) : compile(value));
            case "exists":
                return Map.of("is", "exists", "expected", value);
            case "not":
                return Map.of("is", "not", "tests", compile(value));
            default:
                return null;
        }
    }

    private Map<String, Object> of(String is, String field, List<?> values) {
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("is", is);
        test.put(field, Scalars.inOrder(values.stream().map(this::cased).toList()));
        if (ignoresCase) test.put("ignoreCase", true);
        return test;
    }

    private Object cased(Object value) {
        return ignoresCase && value instanceof String text ? LowerCase.of(text) : value;
    }

    private static List<Map<String, Object>> exactly(Object value) {
        return List.of(Map.of("is", "number", "from", value, "to", value));
    }

    private static List<Map<String, Object>> networks(Object value) {
        List<Map<String, Object>> networks = new ArrayList<>();
        for (Object text : Scalars.inOrder(Written.textsOf(value)))
            networks.add(WrittenNetwork.read((String) text).toJson());
        return networks;
    }

    /** Limits are one test together, whichever of them are written. */
    private static List<Map<String, Object>> rangeTests(Map<?, ?> test) {
        Map<String, Object> limits = new LinkedHashMap<>(Map.of("is", "number"));
        putLimit(limits, "above", Written.numberOf(test.get("greaterThan")));
        putLimit(limits, "from", Written.numberOf(test.get("atLeast")));
        putLimit(limits, "below", Written.numberOf(test.get("lessThan")));
        putLimit(limits, "to", Written.numberOf(test.get("atMost")));
        Map<String, Object> dates = new LinkedHashMap<>(Map.of("is", "date"));
        putLimit(dates, "after", Written.instantOf(test.get("after")));
        putLimit(dates, "before", Written.instantOf(test.get("before")));
        List<Map<String, Object>> tests = new ArrayList<>();
        if (limits.size() > 1) tests.add(limits);
        if (dates.size() > 1) tests.add(dates);
        return tests;
    }
}
