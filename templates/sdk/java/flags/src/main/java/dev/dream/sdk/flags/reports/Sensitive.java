package dev.dream.sdk.flags.reports;

import dev.dream.sdk.flags.evaluation.AttributePath;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * By kind, names of attributes that stay in the process.
 *
 * @param names those that the program named, and those that the ruleset calls sensitive; may hold whatever somebody sent
 */
record Sensitive(List<Map<?, ?>> names) {
    boolean holds(String kind, String attribute) {
        for (Map<?, ?> one : names) {
            if (one.get(kind) instanceof Collection<?> secret && secret.contains(attribute)) return true;
        }
        return false;
    }

    /** Whether the attribute is, or is part of, one of them. */
    boolean holds(AttributePath path) {
        return !path.path().isEmpty() && holds(path.kind(), path.path().get(0));
    }
}
