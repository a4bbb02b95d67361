package dev.dream.sdk.internal;

/** Texts that say nothing. */
public final class Blank {

    private Blank() {}

    /**
     * Whether there is nothing but white space, of any script.
     *
     * @param text not {@code null}
     * @return true for an empty one too
     */
    public static boolean is(String text) {
        return text.codePoints().allMatch(Blank::isSpace);
    }

    /** What lines are not broken at, and a byte order mark, are white space too, though not to the platform. */
    private static boolean isSpace(int sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == '\u0085' || sign == '\ufeff';
    }
}
