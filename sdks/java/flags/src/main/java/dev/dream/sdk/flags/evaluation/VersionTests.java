package dev.dream.sdk.flags.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;

/** Comparisons of versions. */
final class VersionTests {

    private static final Map<String, DoublePredicate> ORDERS = Map.of(
        "=",
        order -> order == 0,
        "<",
        order -> order < 0,
        "<=",
        order -> order <= 0,
        ">",
        order -> order > 0,
        ">=",
        order -> order >= 0
    );

    private VersionTests() {}

    private record Comparison(DoublePredicate fits, double[] version, List<?> pre) {}

    /** The text is a version and all comparisons hold. */
    static ValueCheck compile(Map<?, ?> source) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Map<?, ?> one : Fields.objectsIn(source, "comparisons")) comparisons.add(comparisonOf(one));
        if (comparisons.isEmpty()) return value -> false;
        return value -> {
            Version version = value instanceof String text ? Version.read(text) : null;
            if (version == null) return false;
            for (Comparison one : comparisons) {
                if (!one.fits().test(version.compareTo(one.version(), one.pre()))) return false;
            }
            return true;
        };
    }

    private static Comparison comparisonOf(Map<?, ?> source) {
        DoublePredicate fits = Fields.choiceIn(source, "op", ORDERS);
        List<?> version = Fields.listIn(source, "version");
        List<?> pre = Fields.listIn(source, "pre");
        if (version.size() != 3) throw new Malformed("no version");
        double[] parts = new double[3];
        for (int part = 0; part < 3; part += 1) {
            if (!(version.get(part) instanceof Number number)) throw new Malformed("no version");
            parts[part] = number.doubleValue();
        }
        for (Object one : pre) {
            if (!(one instanceof String) && !(one instanceof Number)) throw new Malformed("no pre-release");
        }
        return new Comparison(fits, parts, pre);
    }
}
