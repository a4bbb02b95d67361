package dev.dream.sdk.flags.evaluation;

import java.util.List;

/**
 * A version as semver.org has it, with a {@code v} before it or with the minor and patch number left out if need be:
 * {@code v2} is {@code 2.0.0}.
 */
final class Version {

    private static final int LONGEST = 256;
    private static final double LARGEST = 9_007_199_254_740_991.0;
    /** A longer number is none: a double would not hold it exactly. */
    private static final int MOST_DIGITS = 15;

    private final double[] parts = new double[3];
    /** Empty where there is no pre-release. */
    private String[] pre = {};

    private Version() {}

    /** Null where the text is no version. */
    static Version read(String text) {
        if (text.isEmpty() || text.length() > LONGEST) return null;
        Version version = new Version();
        int begin = text.charAt(0) == 'v' || text.charAt(0) == 'V' ? 1 : 0;
        int at = version.readParts(text, begin);
        if (at < 0) return null;
        if (at < text.length() && text.charAt(at) == '-') {
            int end = identifiersEnd(text, at + 1, true);
            if (end < 0) return null;
            version.pre = text.substring(at + 1, end).split("\\.");
            at = end;
        }
        if (at < text.length() && text.charAt(at) == '+') at = identifiersEnd(text, at + 1, false);
        return at == text.length() ? version : null;
    }

    /** Below 0 when it comes before the other one, above 0 when after it. */
    double compareTo(double[] other, List<?> otherPre) {
        for (int part = 0; part < 3; part += 1) {
            double difference = parts[part] - other[part];
            if (difference != 0) return difference;
        }
        return comparePre(otherPre);
    }

    /** Where the numbers end; −1 where they are none. */
    private int readParts(String text, int begin) {
        int at = begin;
        for (int part = 0; ; part += 1) {
            int from = at;
            double number = 0;
            for (; at < text.length() && isDigit(text.charAt(at)); at += 1) number =
                number * 10 + text.charAt(at) - '0';
            boolean isPadded = at > from + 1 && text.charAt(from) == '0';
            if (at == from || isPadded || number > LARGEST) return -1;
            parts[part] = number;
            if (part == 2 || at == text.length() || text.charAt(at) != '.') return at;
            at += 1;
        }
    }

    /** A release comes after its pre-releases. */
    private double comparePre(List<?> other) {
        if (pre.length == 0) return other.isEmpty() ? 0 : 1;
        if (other.isEmpty()) return -1;
        for (int place = 0; place < other.size(); place += 1) {
            if (place == pre.length) return -1;
            double order = compareIdentifier(pre[place], other.get(place));
            if (order != 0) return order;
        }
        return pre.length - other.size();
    }

    /** Numbers by size and before texts; texts by their characters. */
    private static double compareIdentifier(String own, Object wanted) {
        boolean isNumber = own.chars().allMatch(Version::isDigit);
        if (isNumber) return wanted instanceof Number number ? Double.parseDouble(own) - number.doubleValue() : -1;
        return wanted instanceof String text ? own.compareTo(text) : 1;
    }

    /** Where identifiers of letters, digits and hyphens end, with dots between them; −1 when one is empty or no number. */
    private static int identifiersEnd(String text, int begin, boolean isPre) {
        int from = begin;
        boolean isNumber = true;
        for (int at = begin; ; at += 1) {
            char code = at < text.length() ? text.charAt(at) : '\0';
            if (isDigit(code)) continue;
            if (isLetter(code) || code == '-') {
                isNumber = false;
                continue;
            }
            if (at == from) return -1;
            if (isPre && isNumber && !isUsualNumber(text, from, at)) return -1;
            if (code != '.') return at;
            from = at + 1;
            isNumber = true;
        }
    }

    private static boolean isUsualNumber(String text, int from, int to) {
        return to - from == 1 || (text.charAt(from) != '0' && to - from <= MOST_DIGITS);
    }

    static boolean isDigit(int code) {
        return code >= '0' && code <= '9';
    }

    static boolean isLetter(int code) {
        return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
    }
}
