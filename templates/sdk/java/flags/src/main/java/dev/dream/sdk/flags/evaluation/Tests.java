package dev.dream.sdk.flags.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The conditions of rules. */
final class Tests {

    @FunctionalInterface
    private interface Compiler {
        Check compile(Map<?, ?> source, Scope scope, int depth);
    }

    private static final Map<String, Compiler> COMPILERS = Map.of(
        "all",
        (source, scope, depth) -> Check.allOf(inside(source, scope, depth)),
        "any",
        (source, scope, depth) -> Check.anyOf(inside(source, scope, depth)),
        "not",
        Tests::not,
        "segment",
        (source, scope, depth) -> segment(source, scope),
        "share",
        (source, scope, depth) -> share(source),
        "now",
        (source, scope, depth) -> now(source),
        "attribute",
        (source, scope, depth) -> attribute(source)
    );

    private Tests() {}

    static Check compile(Map<?, ?> source, Scope scope, int depth) {
        Limits.checkDepth(depth);
        scope.spend(1);
        return Fields.choiceIn(source, "op", COMPILERS).compile(source, scope, depth);
    }

    private static List<Check> inside(Map<?, ?> source, Scope scope, int depth) {
        List<Check> checks = new ArrayList<>();
        for (Map<?, ?> test : Fields.objectsIn(source, "of")) checks.add(compile(test, scope, depth + 1));
        return checks;
    }

    private static Check not(Map<?, ?> source, Scope scope, int depth) {
        Check check = compile(Fields.objectIn(source, "of"), scope, depth + 1);
        return asked -> !check.holds(asked);
    }

    private static Check segment(Map<?, ?> source, Scope scope) {
        List<Check> members = new ArrayList<>();
        for (String key : Fields.textsIn(source, "keys")) {
            members.add(scope.surroundings().segments().member(key, scope));
        }
        return Check.anyOf(members);
    }

    private static Check share(Map<?, ?> source) {
        Attribute attribute = Attribute.in(Fields.objectIn(source, "by"));
        Deal deal = Deals.in(source);
        double cut = Deals.cutAt(deal, Deals.bucketIn(source, "upTo"));
        boolean withoutUnit = deal.withoutUnit() == WithoutUnit.FIRST && 0 < cut;
        return asked -> {
            String unit = deal.unit(attribute.read(asked));
            return unit == null ? withoutUnit : deal.position(unit) < cut;
        };
    }

    private static Check now(Map<?, ?> source) {
        Moments.Span span = Moments.spanIn(source);
        return asked -> span.holds(asked.now());
    }

    private static Check attribute(Map<?, ?> source) {
        Attribute attribute = Attribute.in(Fields.objectIn(source, "of"));
        ValueCheck check = ValueTests.compile(source, 0);
        return asked -> check.passes(attribute.read(asked));
    }
}
