package dev.dream.sdk.flags.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The field {@code tests} of what tests one value: all must hold. */
final class ValueTests {

    @FunctionalInterface
    private interface Compiler {
        ValueCheck compile(Map<?, ?> source, int depth);
    }

    private static final Map<String, Compiler> COMPILERS = new HashMap<>();

    static {
        COMPILERS.put("in", (source, depth) -> EqualityTests.compileIn(source));
        COMPILERS.put("notIn", (source, depth) -> EqualityTests.compileNotIn(source));
        COMPILERS.put("contains", (source, depth) -> TextTests.compile(String::contains, source));
        COMPILERS.put("startsWith", (source, depth) -> TextTests.compile(String::startsWith, source));
        COMPILERS.put("endsWith", (source, depth) -> TextTests.compile(String::endsWith, source));
        COMPILERS.put("matches", (source, depth) -> Machine.compileMatches(source));
        COMPILERS.put("number", (source, depth) -> NumberTests.compileNumber(source));
        COMPILERS.put("modulo", (source, depth) -> NumberTests.compileModulo(source));
        COMPILERS.put("date", (source, depth) -> Moments.compileDate(source));
        COMPILERS.put("semver", (source, depth) -> VersionTests.compile(source));
        COMPILERS.put("cidr", (source, depth) -> NetworkTests.compile(source));
        COMPILERS.put("includes", (source, depth) -> ListTests.compileIncludes(source));
        COMPILERS.put("includesAll", (source, depth) -> ListTests.compileIncludesAll(source));
        COMPILERS.put("size", (source, depth) -> ListTests.compileSize(compile(source, depth + 1)));
        COMPILERS.put("exists", (source, depth) -> exists(source));
        COMPILERS.put("not", (source, depth) -> opposite(compile(source, depth + 1)));
    }

    private ValueTests() {}

    static ValueCheck compile(Map<?, ?> source, int depth) {
        Limits.checkDepth(depth);
        List<Map<?, ?>> tests = Fields.objectsIn(source, "tests");
        ValueCheck[] checks = new ValueCheck[tests.size()];
        for (int place = 0; place < checks.length; place += 1) {
            checks[place] = Fields.choiceIn(tests.get(place), "is", COMPILERS).compile(tests.get(place), depth);
        }
        if (checks.length == 1) return checks[0];
        return value -> {
            for (ValueCheck check : checks) if (!check.passes(value)) return false;
            return true;
        };
    }

    private static ValueCheck exists(Map<?, ?> source) {
        boolean expected = Fields.isTrue(source, "expected");
        return value -> (value != null) == expected;
    }

    private static ValueCheck opposite(ValueCheck check) {
        return value -> !check.passes(value);
    }
}
