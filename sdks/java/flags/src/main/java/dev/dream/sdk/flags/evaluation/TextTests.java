package dev.dream.sdk.flags.evaluation;

import java.util.Map;
import java.util.function.BiPredicate;

/** Tests of the characters of a text. */
final class TextTests {

    private TextTests() {}

    /** Any one of the texts is enough. */
    static ValueCheck compile(BiPredicate<String, String> comparison, Map<?, ?> source) {
        String[] texts = Fields.textsIn(source, "texts").toArray(new String[0]);
        boolean ignoresCase = Fields.isTrue(source, "ignoreCase");
        return value -> {
            if (!(value instanceof String written)) return false;
            String compared = ignoresCase ? LowerCase.of(written) : written;
            for (String text : texts) if (comparison.test(compared, text)) return true;
            return false;
        };
    }
}
