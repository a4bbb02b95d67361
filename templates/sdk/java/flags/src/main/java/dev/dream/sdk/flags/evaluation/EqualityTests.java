package dev.dream.sdk.flags.evaluation;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A text never equals a number. */
final class EqualityTests {

    private EqualityTests() {}

    /** Has one of the values. */
    static ValueCheck compileIn(Map<?, ?> source) {
        Set<Object> values = valueSet(source);
        boolean ignoresCase = Fields.isTrue(source, "ignoreCase");
        return value -> values.contains(member(value, ignoresCase));
    }

    /** Is present and has none of the values. */
    static ValueCheck compileNotIn(Map<?, ?> source) {
        ValueCheck isIn = compileIn(source);
        return value -> value != null && !isIn.passes(value);
    }

    /** The field {@code values}. Texts of a test that ignores case are in lower case already. */
    static Set<Object> valueSet(Map<?, ?> source) {
        Set<Object> values = new LinkedHashSet<>();
        for (Object value : Fields.listIn(source, "values")) {
            Object scalar = Numbers.scalar(value);
            if (scalar == null) throw new Malformed("`values` holds no scalar");
            values.add(scalar);
        }
        return values;
    }

    /** A value as it is looked up in a {@link #valueSet}. */
    static Object member(Object value, boolean ignoresCase) {
        return ignoresCase && value instanceof String text ? LowerCase.of(text) : Numbers.scalar(value);
    }
}
