// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code MetricResults}. */
public final class MetricResults extends Model {

    private MetricResults(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static MetricResults fromJson(Object json) {
        return new MetricResults(json);
    }

    /**
     * The field {@code key}.
     *
     * @return {@code key}
     */
    public String key() {
        return text("key");
    }

    /**
     * The field {@code event}.
     *
     * @return {@code event}
     */
    public String event() {
        return text("event");
    }

    /**
     * The field {@code measure}.
     *
     * @return {@code measure}
     */
    public String measure() {
        return text("measure");
    }

    /**
     * The field {@code property}.
     *
     * @return {@code property}; empty where there is none
     */
    public Optional<String> property() {
        return optionalText("property");
    }

    /**
     * The field {@code goal}.
     *
     * @return {@code goal}
     */
    public String goal() {
        return text("goal");
    }

    /**
     * The field {@code variations}.
     *
     * @return {@code variations}
     */
    public List<MeasuredVariation> variations() {
        return list("variations", TypeDecoders.measuredVariation());
    }
}
