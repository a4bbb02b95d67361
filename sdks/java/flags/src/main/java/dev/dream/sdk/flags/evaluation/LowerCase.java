package dev.dream.sdk.flags.evaluation;

import java.util.Locale;

/** Lower case without regard to language. */
public final class LowerCase {

    private LowerCase() {}

    /**
     * Lower case by Unicode, with the sigma that ends a word as any other: which of the two a capital becomes depends
     * on what stands around it, while a test may look at a part of the text.
     *
     * @param text of any case
     * @return the text in lower case
     */
    public static String of(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ς', 'σ');
    }
}
