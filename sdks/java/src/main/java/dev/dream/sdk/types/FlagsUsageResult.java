// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code FlagsUsageResult}. */
public final class FlagsUsageResult extends Model {

    private FlagsUsageResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static FlagsUsageResult fromJson(Object json) {
        return new FlagsUsageResult(json);
    }

    /**
     * From when on is counted.
     *
     * @return {@code since}
     */
    public Instant since() {
        return instant("since");
    }

    /**
     * When the first report came that is still kept; null: nobody ever reported.
     *
     * @return {@code reportedSince}; empty where there is none
     */
    public Optional<Instant> reportedSince() {
        return optionalInstant("reportedSince");
    }

    /**
     * Of all flags that are live, by key.
     *
     * @return {@code flags}
     */
    public List<FlagUsage> flags() {
        return list("flags", TypeDecoders.flagUsage());
    }
}
