// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.util.Optional;

/** What the server answers with as {@code EntryLocation}. */
public final class EntryLocation extends Model {

    private EntryLocation(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static EntryLocation fromJson(Object json) {
        return new EntryLocation(json);
    }

    /**
     * The field {@code country}.
     *
     * @return {@code country}; empty where there is none
     */
    public Optional<String> country() {
        return optionalText("country");
    }

    /**
     * The field {@code data}.
     *
     * @return {@code data}; empty where there is none
     */
    public Optional<String> data() {
        return optionalText("data");
    }
}
