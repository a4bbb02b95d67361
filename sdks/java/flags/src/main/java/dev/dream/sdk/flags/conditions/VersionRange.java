package dev.dream.sdk.flags.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ^1.2 <1.9} as comparisons of which all must hold. A version with parts left out stands for all that begin so,
 * as in npm: {@code =2} is any 2.x.y, {@code >2} begins at 3.0.0. Upper limits leave out the pre-releases of the limit
 * itself, since 2.0.0-beta is no {@code ^1.2}.
 */
final class VersionRange {

    private static final int LONGEST = 200;
    private static final Pattern COMPARATOR = Pattern.compile(
        "(<=|>=|[<>=^~])?\\s*v?(\\d+(?:\\.\\d+){0,2})(?:-([\\w.-]+))?(?:\\+[\\w.-]+)?"
    );
    private static final String VERSION =
        "((<=|>=|<|>|=|\\^|~)\\s*)?v?[0-9]+(\\.[0-9]+){0,2}(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?";
    private static final Pattern RANGE = Pattern.compile(VERSION + "(\\s+" + VERSION + ")*");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d*");

    private VersionRange() {}

    private record Version(double[] parts, int written, List<Object> pre) {}

    static boolean isRange(Object value) {
        return value instanceof String text && text.length() <= LONGEST && RANGE.matcher(text).matches();
    }

    static List<Map<String, Object>> compile(String range) {
        List<Map<String, Object>> comparisons = new ArrayList<>();
        Matcher found = COMPARATOR.matcher(range);
        while (found.find()) {
            String op = found.group(1) == null ? "=" : found.group(1);
            comparisons.addAll(compare(op, read(found.group(2), found.group(3))));
        }
        return comparisons;
    }

    private static Version read(String numbers, String pre) {
        String[] written = numbers.split("\\.");
        double[] parts = new double[3];
        for (int part = 0; part < written.length; part += 1) parts[part] = Double.parseDouble(written[part]);
        List<Object> identifiers = new ArrayList<>();
        for (String one : pre == null ? new String[0] : pre.split("\\.", -1)) {
            identifiers.add(NUMBER.matcher(one).matches() ? (Object) Double.valueOf(one) : one);
        }
        // What has a pre-release is one version, however short it is written.
        return new Version(parts, pre == null ? written.length : 3, identifiers);
    }

    private static List<Map<String, Object>> compare(String op, Version version) {
        boolean isWhole = version.written() == 3;
        double[] parts = version.parts();
        double[] next = following(parts, version.written() - 1);
        switch (op) {
            case "^":
                return List.of(
                    from(version),
                    below(following(parts, Math.min(firstThatCounts(parts), version.written() - 1)))
                );
            case "~":
                return List.of(from(version), below(following(parts, Math.min(1, version.written() - 1))));
            case "=":
                return isWhole ? List.of(one("=", parts, version.pre())) : List.of(from(version), below(next));
            case ">":
                return List.of(isWhole ? one(">", parts, version.pre()) : one(">=", next, List.of()));
            case "<=":
                return List.of(isWhole ? one("<=", parts, version.pre()) : below(next));
            case "<":
                return List.of(isWhole ? one("<", parts, version.pre()) : below(parts));
            default:
                return List.of(from(version));
        }
    }

    private static Map<String, Object> one(String op, double[] parts, List<Object> pre) {
        return Map.of("op", op, "version", List.of(parts[0], parts[1], parts[2]), "pre", pre);
    }

    private static Map<String, Object> from(Version version) {
        return one(">=", version.parts(), version.pre());
    }

    /** Below it and all its pre-releases, of which {@code 0} is the lowest. */
    private static Map<String, Object> below(double[] parts) {
        return one("<", parts, List.of(0));
    }

    /** The leftmost part that is not 0; a change of it may break what relies on it. */
    private static int firstThatCounts(double[] parts) {
        return parts[0] != 0 ? 0 : parts[1] != 0 ? 1 : 2;
    }

    /** The first version whose part at {@code index} is greater. */
    private static double[] following(double[] parts, int index) {
        double[] next = new double[3];
        System.arraycopy(parts, 0, next, 0, index + 1);
        next[index] += 1;
        return next;
    }
}
