// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/** What has been sealed and not been sent yet. */
public final class StreamBacklog extends Model {

    private StreamBacklog(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static StreamBacklog fromJson(Object json) {
        return new StreamBacklog(json);
    }

    /**
     * The field {@code entries}.
     *
     * @return {@code entries}
     */
    public long entries() {
        return integer("entries");
    }

    /**
     * Age of the oldest of them.
     *
     * @return {@code seconds}
     */
    public double seconds() {
        return number("seconds");
    }
}
