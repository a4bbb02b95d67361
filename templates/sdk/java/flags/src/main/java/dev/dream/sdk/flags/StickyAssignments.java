package dev.dream.sdk.flags;

import java.util.Optional;

/**
 * Keeps what a sticky rollout dealt before. Asked in the middle of an evaluation, from any thread, so it answers at
 * once. Should it throw, it counts as having nothing.
 */
public interface StickyAssignments {
    /**
     * What was dealt.
     *
     * @param flag its key
     * @param unit what was dealt, with its attribute before it: {@code user.key=ada}
     * @return the name of a variation, where one is remembered
     */
    Optional<String> get(String flag, String unit);

    /**
     * Remembers what was dealt.
     *
     * @param flag its key
     * @param unit as for {@link #get}
     * @param variation the name of the variation
     */
    void set(String flag, String unit, String variation);
}
