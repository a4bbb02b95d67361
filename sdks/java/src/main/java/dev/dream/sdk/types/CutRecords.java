// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.time.Instant;
import java.util.Optional;

/**
 * An environment keeps five million of each that secret keys tell of, and as many of others; of the oldest beyond that,
 * up to these moments, some is missing here. Null: nothing.
 */
public final class CutRecords extends Model {

    private CutRecords(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static CutRecords fromJson(Object json) {
        return new CutRecords(json);
    }

    /**
     * The field {@code exposures}.
     *
     * @return {@code exposures}; empty where there is none
     */
    public Optional<Instant> exposures() {
        return optionalInstant("exposures");
    }

    /**
     * The field {@code observations}.
     *
     * @return {@code observations}; empty where there is none
     */
    public Optional<Instant> observations() {
        return optionalInstant("observations");
    }
}
