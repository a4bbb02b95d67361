// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.time.Instant;
import java.util.Optional;

/** What the server answers with as {@code BacktestFiring}. */
public final class BacktestFiring extends Model {

    private BacktestFiring(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static BacktestFiring fromJson(Object json) {
        return new BacktestFiring(json);
    }

    /**
     * Id of the tenant; null: of the environment as a whole.
     *
     * @return {@code tenant}; empty where there is none
     */
    public Optional<String> tenant() {
        return optionalText("tenant");
    }

    /**
     * Value of the field that the rule looks at entries by; empty where there is none.
     *
     * @return {@code key}
     */
    public String key() {
        return text("key");
    }

    /**
     * Place in the chain of the entry that completed the pattern; of an absence, of the last one before it.
     *
     * @return {@code sequence}
     */
    public long sequence() {
        return integer("sequence");
    }

    /**
     * How many entries or different values; of an absence 0.
     *
     * @return {@code count}
     */
    public long count() {
        return integer("count");
    }

    /**
     * Time of the first entry of the pattern.
     *
     * @return {@code windowStart}
     */
    public Instant windowStart() {
        return instant("windowStart");
    }

    /**
     * The field {@code windowEnd}.
     *
     * @return {@code windowEnd}
     */
    public Instant windowEnd() {
        return instant("windowEnd");
    }

    /**
     * When the pattern was there, by the times of the entries.
     *
     * @return {@code happenedAt}
     */
    public Instant happenedAt() {
        return instant("happenedAt");
    }
}
