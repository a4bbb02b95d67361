package dev.dream.sdk;

import dev.dream.sdk.json.ToJson;

/** One of some texts. Others than those that are known may come later, and are kept. */
public abstract class OpenChoice implements ToJson {

    private final String value;

    /**
     * A choice by its text.
     *
     * @param value the text
     */
    protected OpenChoice(String value) {
        this.value = value;
    }

    /**
     * The text of the choice.
     *
     * @return as it stands in JSON
     */
    public final String value() {
        return value;
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
