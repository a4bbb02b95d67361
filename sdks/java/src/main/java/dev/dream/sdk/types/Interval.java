// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/** What the server answers with as {@code Interval}. */
public final class Interval extends Model {

    private Interval(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Interval fromJson(Object json) {
        return new Interval(json);
    }

    /**
     * The field {@code from}.
     *
     * @return {@code from}
     */
    public double from() {
        return number("from");
    }

    /**
     * The field {@code to}.
     *
     * @return {@code to}
     */
    public double to() {
        return number("to");
    }
}
