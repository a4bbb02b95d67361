package dev.dream.sdk.flags;

import dev.dream.sdk.flags.evaluation.Sticky;

/** The program's store, as the evaluator asks it. */
record StickyStore(StickyAssignments store) implements Sticky {
    @Override
    public String get(String flag, String unit) {
        return store.get(flag, unit).orElse(null);
    }

    @Override
    public void set(String flag, String unit, String variation) {
        store.set(flag, unit, variation);
    }
}
