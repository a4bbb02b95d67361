package dev.dream.sdk.flags.evaluation;

import java.util.HashMap;
import java.util.Map;

/** What a sticky rollout dealt before. A store that fails has forgotten; an evaluation never fails because of it. */
final class StickyRollout {

    private final String flag;
    private final Sticky store;
    private final Map<String, Outcome> plain = new HashMap<>();
    private final Map<String, Outcome> counted = new HashMap<>();

    StickyRollout(Answers answers, Sticky store, Because split, Because counting) {
        this.flag = answers.flag();
        this.store = store;
        for (String name : answers.names()) {
            plain.put(name, answers.of(name, split));
            counted.put(name, answers.of(name, counting));
        }
    }

    /** Null where nothing is remembered, or a variation that there is no more. */
    Outcome before(String unit, boolean counts) {
        try {
            return (counts ? counted : plain).get(store.get(flag, unit));
        } catch (Throwable failure) {
            return null;
        }
    }

    void remember(String unit, String variation) {
        try {
            store.set(flag, unit, variation);
        } catch (Throwable failure) {
            // What is forgotten is dealt alike next time, as long as the percentages stay.
        }
    }
}
