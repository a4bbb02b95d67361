package dev.dream.sdk.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The numbers of JSON: none is rounded. */
final class JsonNumbers {

    /** Reading a number takes time that grows with the square of its length. */
    private static final int MAX_LENGTH = 10_000;

    /** Whole numbers with fewer signs are all of 64 bits. */
    private static final int SHORT = 19;

    private JsonNumbers() {}

    /** Where the number ends that begins at {@code from}; -1 where none does. */
    static int endOf(String text, int from) {
        int at = signAt(text, from) == '-' ? from + 1 : from;
        int whole = digitsFrom(text, at);
        boolean isPadded = signAt(text, at) == '0' && whole > at + 1;
        if (whole == at || isPadded) return -1;
        int end = signAt(text, whole) == '.' ? required(text, whole + 1) : whole;
        if (end < 0 || (signAt(text, end) | 0x20) != 'e') return end;
        char sign = signAt(text, end + 1);
        return required(text, sign == '+' || sign == '-' ? end + 2 : end + 1);
    }

    static Number read(String text) {
        if (text.length() > MAX_LENGTH) return new WrittenNumber(text);
        try {
            Number number = exact(text);
            // Neither a Long nor a BigDecimal can tell this zero from the other.
            return text.startsWith("-") && number.doubleValue() == 0 && isZero(text) ? Double.valueOf(-0.0) : number;
        } catch (NumberFormatException outOfRange) {
            return new WrittenNumber(text);
        }
    }

    /** Whether its digits are all that it is; of types of others only the double is known. */
    static boolean isExact(Number number) {
        return (
            number instanceof Long ||
            number instanceof Integer ||
            number instanceof Short ||
            number instanceof Byte ||
            number instanceof BigInteger ||
            number instanceof BigDecimal ||
            number instanceof AtomicLong ||
            number instanceof AtomicInteger ||
            number instanceof WrittenNumber
        );
    }

    /** The same number, of a type whose numbers do not change. */
    static Number lasting(Number number) {
        if (number instanceof AtomicLong || number instanceof AtomicInteger) return number.longValue();
        return isExact(number) || number instanceof Float ? number : (Number) number.doubleValue();
    }

    private static Number exact(String text) {
        boolean isWhole = text.chars().allMatch(sign -> sign == '-' || isDigit((char) sign));
        if (!isWhole) return new BigDecimal(text);
        return text.length() < SHORT ? Long.valueOf(text) : fitting(new BigInteger(text));
    }

    private static boolean isZero(String text) {
        return text
            .split("[eE]", 2)[0]
            .chars()
            .noneMatch(sign -> sign >= '1' && sign <= '9');
    }

    private static Number fitting(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    private static int required(String text, int from) {
        int end = digitsFrom(text, from);
        return end == from ? -1 : end;
    }

    private static int digitsFrom(String text, int from) {
        int at = from;
        while (isDigit(signAt(text, at))) at += 1;
        return at;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static char signAt(String text, int at) {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
