// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.time.Instant;
import java.util.List;

/** What the server answers with as {@code AlertsBacktestResult}. */
public final class AlertsBacktestResult extends Model {

    private AlertsBacktestResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static AlertsBacktestResult fromJson(Object json) {
        return new AlertsBacktestResult(json);
    }

    /**
     * The newest 1,000, in the order in which they would have come.
     *
     * @return {@code firings}
     */
    public List<BacktestFiring> firings() {
        return list("firings", TypeDecoders.backtestFiring());
    }

    /**
     * How many there would have been, listed or not.
     *
     * @return {@code count}
     */
    public long count() {
        return integer("count");
    }

    /**
     * How many entries were looked at.
     *
     * @return {@code entries}
     */
    public long entries() {
        return integer("entries");
    }

    /**
     * Later than was asked for where there are more entries than are looked at.
     *
     * @return {@code since}
     */
    public Instant since() {
        return instant("since");
    }

    /**
     * The field {@code until}.
     *
     * @return {@code until}
     */
    public Instant until() {
        return instant("until");
    }

    /**
     * Whether all entries of the time asked for were looked at.
     *
     * @return {@code complete}
     */
    public boolean complete() {
        return bool("complete");
    }
}
