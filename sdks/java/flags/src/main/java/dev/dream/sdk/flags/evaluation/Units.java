package dev.dream.sdk.flags.evaluation;

/** What identifies a context, or is dealt. */
public final class Units {

    private Units() {}

    /**
     * A value as a unit: texts as they are, numbers and booleans by their usual text.
     *
     * @param value of an attribute
     * @return null where it is none of these, or no finite number
     */
    public static String of(Object value) {
        if (value instanceof String text) return text;
        if (value instanceof Boolean) return value.toString();
        if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) return null;
        return Numbers.text(number.doubleValue());
    }
}
