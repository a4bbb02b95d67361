package dev.dream.sdk.flags.evaluation;

/** What one flag or segment is compiled with: its surroundings, and how many tests one evaluation of it may ask. */
final class Scope {

    private final Surroundings surroundings;
    private int tests;

    Scope(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    int tests() {
        return tests;
    }

    void spend(int more) {
        tests += more;
        if (tests > Limits.MOST_TESTS) throw new Malformed("it asks too much");
    }
}
