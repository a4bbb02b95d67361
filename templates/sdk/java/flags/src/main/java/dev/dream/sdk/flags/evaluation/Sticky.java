package dev.dream.sdk.flags.evaluation;

/** Keeps what a sticky rollout dealt before. Should it throw, it counts as having nothing. */
public interface Sticky {
    /**
     * What was dealt.
     *
     * @param flag its key
     * @param unit what was dealt, with its attribute before it: {@code user.key=ada}
     * @return the name of a variation; null where nothing is remembered
     */
    String get(String flag, String unit);

    /**
     * Remembers what was dealt.
     *
     * @param flag its key
     * @param unit as for {@link #get}
     * @param variation the name of the variation
     */
    void set(String flag, String unit, String variation);
}
