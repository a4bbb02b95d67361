package dev.dream.sdk.flags.evaluation;

/** Says what is wrong with a ruleset. Thrown while compiling only and caught there; the message is for developers. */
final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Malformed(String why) {
        // Without a stack: a ruleset may be wrong in ten thousand places.
        super(why, null, false, false);
    }
}
