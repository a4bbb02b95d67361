package dev.dream.sdk.flags.conditions;

import dev.dream.sdk.errors.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What files would not be let through with, refused in tests as well: half understood, it would hold for everybody or
 * for nobody.
 */
final class ConditionCheck {

    private static final Map<String, Predicate<Object>> MOMENTS = Map.of(
        "before",
        Operands::isMoment,
        "after",
        Operands::isMoment
    );

    private static final Map<String, Predicate<Object>> SHARE = Map.of(
        "percent",
        Operands::isPercent,
        "by",
        Operands::isAttribute,
        "salt",
        value -> value instanceof String text && !text.isEmpty() && text.length() <= 512,
        "seed",
        value -> Operands.isWhole(value, 0, 4_294_967_295.0),
        "hash",
        value -> value instanceof String text && Deals.HASHES.contains(text),
        "buckets",
        value -> Operands.isWhole(value, 1, 100_000)
    );

    private static final Set<String> TEXT_TESTS = Set.of(
        "equals",
        "in",
        "notIn",
        "contains",
        "startsWith",
        "endsWith",
        "matches",
        "includes",
        "includesAll"
    );

    private final Predicate<String> isSegment;

    ConditionCheck(Predicate<String> isSegment) {
        this.isSegment = isSegment;
    }

    /** Throws for a condition that a file would not be let through with. */
    void check(Object condition) {
        membersIn(condition, "A condition").forEach((key, value) -> {
            String name = (String) key;
            if (name.equals("any") || name.equals("all")) checkEach(name, value);
            else if (name.equals("not")) check(value);
            else if (name.equals("segment")) checkSegments(value);
            else if (name.equals("share")) checkShare(value);
            else if (name.equals("now")) {
                checkMembers("now", value, MOMENTS);
                checkOrder((Map<?, ?>) value);
            } else if (Operands.isAttributeName(name)) checkTest(value);
            else {
                throw new ConfigurationException(
                    "A condition has no `" + name + "`; an attribute is written with its kind, such as user.email."
                );
            }
        });
    }

    private void checkEach(String name, Object value) {
        if (Written.listOf(value).isEmpty()) throw Written.refused(name, value);
        for (Object one : Written.listOf(value)) check(one);
    }

    private void checkSegments(Object value) {
        if (!Operands.areTexts(value)) throw Written.refused("segment", value);
        for (String key : Written.textsOf(value)) {
            if (!isSegment.test(key)) {
                throw new ConfigurationException("There is no segment `" + key + "`: set it before it is asked for.");
            }
        }
    }

    private static void checkShare(Object value) {
        checkMembers("share", value, SHARE);
        if (!((Map<?, ?>) value).containsKey("percent")) throw new ConfigurationException("`share` has no `percent`.");
    }

    private static void checkTest(Object test) {
        boolean isSet = test instanceof List<?> list && !list.isEmpty() && Scalars.areSet(list);
        if (Scalars.isScalar(test) || isSet) return;
        Map<?, ?> members = membersIn(test, "A test of an attribute");
        members.forEach((name, value) -> {
            if (name.equals("not")) checkTest(value);
            else if (name.equals("size")) checkSize(value);
            else if (!Operands.isKnown((String) name)) {
                throw new ConfigurationException("There is no test `" + name + "` of an attribute.");
            } else if (!Operands.fits((String) name, value)) throw Written.refused((String) name, value);
        });
        if (members.containsKey("ignoreCase") && TEXT_TESTS.stream().noneMatch(members::containsKey)) {
            throw new ConfigurationException("`ignoreCase` has no text to compare beside it.");
        }
        checkOrder(members);
    }

    private static void checkSize(Object value) {
        if (value instanceof Map<?, ?>) checkTest(value);
        else if (!Operands.isWhole(value, 0, Double.MAX_VALUE)) throw Written.refused("size", value);
    }

    /** Limits that exclude each other. */
    private static void checkOrder(Map<?, ?> limits) {
        Double after = Written.instantOf(limits.get("after"));
        Double before = Written.instantOf(limits.get("before"));
        boolean isNever = after != null && before != null && after >= before;
        for (String low : List.of("greaterThan", "atLeast")) {
            for (String high : List.of("lessThan", "atMost")) {
                Double least = Written.numberOf(limits.get(low));
                Double most = Written.numberOf(limits.get(high));
                if (least == null || most == null) continue;
                boolean areBothIn = low.equals("atLeast") && high.equals("atMost");
                isNever |= areBothIn ? least > most : least >= most;
            }
        }
        if (isNever) {
            throw new ConfigurationException("Nothing lies between the limits of " + Written.shown(limits) + ".");
        }
    }

    private static void checkMembers(String what, Object value, Map<String, Predicate<Object>> known) {
        membersIn(value, "`" + what + "`").forEach((name, one) -> {
            if (!known.getOrDefault(name, any -> false).test(one)) throw Written.refused((String) name, one);
        });
    }

    private static Map<?, ?> membersIn(Object value, String what) {
        Map<?, ?> members = Written.membersOf(value);
        if (members.isEmpty()) throw new ConfigurationException(what + " asks for nothing.");
        return members;
    }
}
