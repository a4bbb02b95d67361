package dev.dream.sdk.flags.conditions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Texts, numbers and truth values. */
final class Scalars {

    private static final Comparator<Object> ORDER = Scalars::compare;

    private Scalars() {}

    static boolean isScalar(Object value) {
        if (value instanceof Number number) return Double.isFinite(number.doubleValue());
        return value instanceof String || value instanceof Boolean;
    }

    /** Scalars, each once. */
    static boolean areSet(List<?> values) {
        Set<Object> known = new HashSet<>();
        for (Object value : values) {
            Object same = value instanceof Number number ? (Object) (number.doubleValue() + 0.0) : value;
            if (!isScalar(value) || !known.add(same)) return false;
        }
        return true;
    }

    /** A list of them, or a single one as a list of one. */
    static List<Object> of(Object value) {
        List<?> all = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return new ArrayList<>(all.stream().filter(Scalars::isScalar).toList());
    }

    /**
     * The members of a set, each once, in one order: a set means the same however it is written, and what is live keeps
     * no order. Texts come before numbers, those before truth values.
     */
    static List<Object> inOrder(List<?> values) {
        Set<Object> sorted = new TreeSet<>(ORDER);
        sorted.addAll(values);
        return new ArrayList<>(sorted);
    }

    private static int compare(Object left, Object right) {
        if (left instanceof String one && right instanceof String other) return one.compareTo(other);
        if (left instanceof Boolean one && right instanceof Boolean other) return Boolean.compare(one, other);
        if (left instanceof Number one && right instanceof Number other) {
            return Double.compare(one.doubleValue() + 0.0, other.doubleValue() + 0.0);
        }
        return Integer.compare(rank(left), rank(right));
    }

    private static int rank(Object value) {
        return value instanceof String ? 0 : value instanceof Number ? 1 : 2;
    }
}
