package dev.dream.sdk.flags.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as every evaluator has them: doubles, and their texts as the standard of ECMAScript writes them. */
final class Numbers {

    /** Below it, every whole number is a double. */
    private static final double EXACT = 9_007_199_254_740_992.0;

    private static final int MOST_DIGITS = 17;

    private Numbers() {}

    /** One form of equal values, to be looked up: of numbers, the double; null for what is no scalar. */
    static Object scalar(Object value) {
        if (value instanceof String || value instanceof Boolean) return value;
        // Adding zero makes 0 of -0.
        return value instanceof Number number ? (Object) (number.doubleValue() + 0.0) : null;
    }

    /** The lowest 32 bits of what is whole of a number. */
    static int int32(double number) {
        return (int) (long) (number % 4_294_967_296.0);
    }

    /**
     * The shortest digits that mean this double and no other. Not {@code Double.toString}, which has more digits than
     * it needs in some versions of Java, and exponents where nobody else has them.
     */
    static String text(double number) {
        if (number == 0) return "0";
        if (number == Math.rint(number) && Math.abs(number) < EXACT) return Long.toString((long) number);
        BigDecimal shortest = shortest(number);
        String digits = shortest.unscaledValue().abs().toString();
        // The value is 0.<digits> times ten to this power.
        int point = digits.length() - shortest.scale();
        String sign = number < 0 ? "-" : "";
        return sign + (point > 21 || point < -5 ? scientific(digits, point) : plain(digits, point));
    }

    private static String plain(String digits, int point) {
        if (point <= 0) return "0." + "0".repeat(-point) + digits;
        if (point >= digits.length()) return digits + "0".repeat(point - digits.length());
        return digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String scientific(String digits, int point) {
        String rest = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + rest + "e" + (point > 0 ? "+" : "") + (point - 1);
    }

    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits <= MOST_DIGITS; digits += 1) {
            // Both neighbours: the nearer one may lie outside of what rounds to the number while the other does not.
            BigDecimal low = exact.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal high = exact.round(new MathContext(digits, RoundingMode.UP));
            boolean isLow = low.doubleValue() == number;
            boolean isHigh = high.doubleValue() == number;
            if (isLow && isHigh) return nearer(exact, low, high).stripTrailingZeros();
            if (isLow || isHigh) return (isLow ? low : high).stripTrailingZeros();
        }
        return exact.stripTrailingZeros();
    }

    private static BigDecimal nearer(BigDecimal exact, BigDecimal low, BigDecimal high) {
        int order = exact.subtract(low).abs().compareTo(high.subtract(exact).abs());
        // Of two that are as near, the even one.
        boolean isLow = order < 0 || (order == 0 && !low.unscaledValue().testBit(0));
        return isLow ? low : high;
    }
}
