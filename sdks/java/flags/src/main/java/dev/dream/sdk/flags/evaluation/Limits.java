package dev.dream.sdk.flags.evaluation;

/** How far an evaluation goes: more than anybody writes. What would go further is refused when it is compiled. */
final class Limits {

    /** Tests that one evaluation of a flag may ask, those of its segments included. */
    static final int MOST_TESTS = 100_000;
    /** Conditions inside conditions. */
    static final int DEEPEST = 100;
    /** Segments that ask for segments, one below the other. */
    static final int DEEPEST_SEGMENT = 50;
    /** Flags that hang on flags, one behind the other. */
    static final int LONGEST_CHAIN = 100;
    /** Flags that a flag hangs on, counted once for every way there. */
    static final int MOST_WAYS = 10_000;

    static final String TOO_DEEP = "nested too deeply";

    private Limits() {}

    static void checkDepth(int depth) {
        if (depth > DEEPEST) throw new Malformed(TOO_DEEP);
    }
}
