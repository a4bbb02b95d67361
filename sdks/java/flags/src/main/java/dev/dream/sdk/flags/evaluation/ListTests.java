package dev.dream.sdk.flags.evaluation;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Tests of what a list has in it; a set or an array is a list too. */
final class ListTests {

    /** What is longer is no list anybody meant, and would make the next caller wait. */
    private static final int LONGEST_LIST = 100_000;

    private ListTests() {}

    /** The list has any of the values. */
    static ValueCheck compileIncludes(Map<?, ?> source) {
        Set<Object> values = EqualityTests.valueSet(source);
        boolean ignoresCase = Fields.isTrue(source, "ignoreCase");
        return value -> {
            Collection<?> list = listOf(value);
            if (list == null) return false;
            for (Object member : list) {
                if (values.contains(EqualityTests.member(member, ignoresCase))) return true;
            }
            return false;
        };
    }

    /** The list has every one of the values. */
    static ValueCheck compileIncludesAll(Map<?, ?> source) {
        Set<Object> values = EqualityTests.valueSet(source);
        boolean ignoresCase = Fields.isTrue(source, "ignoreCase");
        return value -> {
            Collection<?> list = listOf(value);
            if (list == null) return false;
            Set<Object> missing = new HashSet<>(values);
            for (Object member : list) {
                if (missing.isEmpty()) break;
                missing.remove(EqualityTests.member(member, ignoresCase));
            }
            return missing.isEmpty();
        };
    }

    /** How many members the list has. */
    static ValueCheck compileSize(ValueCheck check) {
        return value -> {
            Collection<?> list = listOf(value);
            return list != null && check.passes(list.size());
        };
    }

    private static Collection<?> listOf(Object value) {
        Collection<?> list = value instanceof Object[] array ? Arrays.asList(array) : null;
        if (value instanceof Collection<?> collection) list = collection;
        return list != null && list.size() <= LONGEST_LIST ? list : null;
    }
}
