package dev.dream.sdk.flags.evaluation;

import java.util.Map;

/** Tests of numbers, all of them doubles. */
final class NumberTests {

    private NumberTests() {}

    static ValueCheck compileNumber(Map<?, ?> source) {
        double above = Fields.lowerIn(source, "above");
        double from = Fields.lowerIn(source, "from");
        double below = Fields.upperIn(source, "below");
        double to = Fields.upperIn(source, "to");
        return value -> {
            if (!(value instanceof Number number)) return false;
            double it = number.doubleValue();
            return it > above && it >= from && it < below && it <= to;
        };
    }

    /** The remainder is never negative: −3 divided by 5 leaves 2. */
    static ValueCheck compileModulo(Map<?, ?> source) {
        double divisor = Fields.numberIn(source, "divisor");
        double remainder = Fields.numberIn(source, "remainder");
        if (divisor <= 0) throw new Malformed("`divisor` is not above 0");
        return value -> {
            if (!(value instanceof Number number)) return false;
            double left = number.doubleValue() % divisor;
            return (left < 0 ? left + divisor : left) == remainder;
        };
    }
}
