package dev.dream.sdk.flags.conditions;

import dev.dream.sdk.flags.evaluation.WrittenNetwork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the tests of an attribute may compare it with. */
final class Operands {

    private static final Pattern ATTRIBUTE = Pattern.compile(
        "(?U)[a-z][A-Za-z0-9_-]*(\\.([^.\"\\s][^.\\s]*|\"([^\"\\\\]|\\\\[\"\\\\])++\"))++"
    );

    private static final Map<String, Predicate<Object>> OPERANDS = new HashMap<>();

    static {
        for (String name : List.of("contains", "startsWith", "endsWith", "matches"))
            OPERANDS.put(name, Operands::areTexts);
        for (String name : List.of("greaterThan", "atLeast", "lessThan", "atMost"))
            OPERANDS.put(name, Operands::isNumber);
        for (String name : List.of("before", "after")) OPERANDS.put(name, Operands::isMoment);
        for (String name : List.of("in", "notIn")) OPERANDS.put(name, value -> isSet(value, 0));
        for (String name : List.of("ignoreCase", "exists")) OPERANDS.put(name, Boolean.class::isInstance);
        OPERANDS.put("equals", Scalars::isScalar);
        OPERANDS.put("includes", value -> Scalars.isScalar(value) || isSet(value, 1));
        OPERANDS.put("includesAll", value -> isSet(value, 1));
        OPERANDS.put("modulo", Operands::isModulo);
        OPERANDS.put("semver", VersionRange::isRange);
        OPERANDS.put("cidr", Operands::areNetworks);
    }

    private Operands() {}

    static boolean isKnown(String name) {
        return OPERANDS.containsKey(name);
    }

    static boolean fits(String name, Object value) {
        return OPERANDS.get(name).test(value);
    }

    static boolean isAttributeName(String text) {
        return ATTRIBUTE.matcher(text).matches();
    }

    static boolean isAttribute(Object value) {
        return value instanceof String text && text.length() <= 256 && isAttributeName(text);
    }

    static boolean areTexts(Object value) {
        List<?> texts = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        boolean areTexts = texts.stream().allMatch(text -> text instanceof String written && !written.isEmpty());
        return areTexts && !texts.isEmpty() && Scalars.areSet(texts);
    }

    static boolean isMoment(Object value) {
        return Written.instantOf(value) != null;
    }

    static boolean isWhole(Object value, double least, double most) {
        double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
        return number == Math.rint(number) && number >= least && number <= most;
    }

    static boolean isPercent(Object value) {
        double percent = value instanceof Number given ? given.doubleValue() : Double.NaN;
        double thousandths = percent * 1000;
        return percent >= 0 && percent <= 100 && Math.abs(thousandths - Math.rint(thousandths)) < 1e-6;
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number && Scalars.isScalar(value);
    }

    private static boolean isSet(Object value, int least) {
        return value instanceof List<?> list && list.size() >= least && Scalars.areSet(list);
    }

    private static boolean isModulo(Object value) {
        Map<?, ?> members = Written.membersOf(value);
        Double divisor = Written.numberOf(members.get("divisor"));
        return (
            members.size() == 2 &&
            isWhole(divisor, 1, Double.MAX_VALUE) &&
            isWhole(members.get("remainder"), 0, divisor - 1)
        );
    }

    private static boolean areNetworks(Object value) {
        return (
            areTexts(value) &&
            Written.textsOf(value)
                .stream()
                .allMatch(text -> WrittenNetwork.read(text) != null)
        );
    }
}
