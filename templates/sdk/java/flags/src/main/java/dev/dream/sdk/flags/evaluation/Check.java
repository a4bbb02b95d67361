package dev.dream.sdk.flags.evaluation;

import java.util.List;

/** Whether something holds for a context. Throws what a map of the program's own throws. */
@FunctionalInterface
interface Check {
    boolean holds(Asked asked);

    static Check anyOf(List<Check> checks) {
        if (checks.size() == 1) return checks.get(0);
        Check[] all = checks.toArray(new Check[0]);
        return asked -> {
            for (Check check : all) if (check.holds(asked)) return true;
            return false;
        };
    }

    static Check allOf(List<Check> checks) {
        if (checks.size() == 1) return checks.get(0);
        Check[] all = checks.toArray(new Check[0]);
        return asked -> {
            for (Check check : all) if (!check.holds(asked)) return false;
            return true;
        };
    }
}
