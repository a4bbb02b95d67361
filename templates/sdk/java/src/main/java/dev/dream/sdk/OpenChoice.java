package dev.dream.sdk;

import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.errors.ResponseException;
import dev.dream.sdk.json.ToJson;
import java.util.List;

/** One of some texts. Others than those that are known may come later, and are kept. */
public abstract class OpenChoice implements ToJson {

    private final String value;
    private final boolean isKnown;

    /**
     * A choice by its text.
     *
     * @param value the text
     * @param isKnown whether this SDK knows it
     */
    protected OpenChoice(String value, boolean isKnown) {
        this.value = value;
        this.isKnown = isKnown;
    }

    /**
     * The one of those that are known that is the same, so that each of them is there once.
     *
     * @param <C> what they are
     * @param known those that are known
     * @param choice any
     * @return one of those; the choice itself where it is none
     */
    protected static <C extends OpenChoice> C among(List<C> known, C choice) {
        for (C one : known) {
            if (one.equals(choice)) return one;
        }
        return choice;
    }

    /**
     * Reads the text of a choice.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return the text
     * @throws ResponseException where it is none
     */
    protected static String text(Object json) {
        return Decoders.TEXT.decode(json);
    }

    /**
     * The text of the choice.
     *
     * @return as it stands in JSON
     */
    public final String value() {
        return value;
    }

    /**
     * Whether this SDK knows it.
     *
     * @return false for one that came after this SDK was made
     */
    public final boolean isKnown() {
        return isKnown;
    }

    @Override
    public final Object toJson() {
        return value;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof OpenChoice choice && getClass() == choice.getClass() && value.equals(choice.value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    @Override
    public final String toString() {
        return value;
    }
}
