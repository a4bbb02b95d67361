package dev.dream.sdk.flags.evaluation;

import java.util.Map;
import java.util.function.LongSupplier;

/** One evaluation: who asks, and one moment however often it is asked for; no look at the time when nobody asks. */
final class Asked {

    private final Map<?, ?> context;
    private final LongSupplier clock;
    private boolean hasLooked;
    private double now;

    Asked(Map<?, ?> context, LongSupplier clock) {
        this.context = context;
        this.clock = clock;
    }

    Map<?, ?> context() {
        return context;
    }

    /** Milliseconds since 1970; NaN, which lies before and after nothing, where the clock fails. */
    double now() {
        if (!hasLooked) {
            hasLooked = true;
            try {
                now = clock.getAsLong();
            } catch (RuntimeException failure) {
                now = Double.NaN;
            }
        }
        return now;
    }
}
