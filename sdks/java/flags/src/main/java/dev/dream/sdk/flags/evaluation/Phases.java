package dev.dream.sdk.flags.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a schedule changes, and when. */
final class Phases {

    private static final Map<String, Boolean> STATES = Map.of("on", true, "off", false, "archived", false);

    private Phases() {}

    /**
     * What holds from a moment on.
     *
     * @param fallthrough null where there is none
     */
    record Phase(double at, boolean isOn, Map<?, ?> fallthrough) {}

    /** What holds at the beginning, and the changes in their order. */
    static List<Phase> read(Map<?, ?> source) {
        boolean isOn = Fields.choiceIn(source, "state", STATES);
        Phase begin = new Phase(0, isOn, Fields.optional(source, "fallthrough", Fields::objectIn));
        List<Phase> phases = new ArrayList<>(List.of(begin));
        double before = Double.NEGATIVE_INFINITY;
        for (Map<?, ?> change : Fields.objectsOrNone(source, "schedule")) {
            double at = Fields.numberIn(change, "at");
            boolean turnsOn = Fields.has(change, "state") ? Fields.choiceIn(change, "state", STATES) : isOn;
            Map<?, ?> fallthrough = Fields.optional(change, "fallthrough", Fields::objectIn);
            if (at < before) throw new Malformed("`schedule` is not in order");
            before = at;
            phases.add(new Phase(at, turnsOn, fallthrough == null ? begin.fallthrough() : fallthrough));
        }
        return phases;
    }
}
