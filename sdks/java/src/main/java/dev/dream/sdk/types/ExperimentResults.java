// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code ExperimentResults}. */
public final class ExperimentResults extends Model {

    private ExperimentResults(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static ExperimentResults fromJson(Object json) {
        return new ExperimentResults(json);
    }

    /**
     * The field {@code flag}.
     *
     * @return {@code flag}
     */
    public String flag() {
        return text("flag");
    }

    /**
     * From when exposures count: as the flag says, else from when the experiment was added to it.
     *
     * @return {@code start}
     */
    public Instant start() {
        return instant("start");
    }

    /**
     * The field {@code end}.
     *
     * @return {@code end}; empty where there is none
     */
    public Optional<Instant> end() {
        return optionalInstant("end");
    }

    /**
     * The field {@code control}.
     *
     * @return {@code control}; empty where there is none
     */
    public Optional<String> control() {
        return optionalText("control");
    }

    /**
     * The field {@code confidence}.
     *
     * @return {@code confidence}
     */
    public double confidence() {
        return number("confidence");
    }

    /**
     * The field {@code units}.
     *
     * @return {@code units}
     */
    public long units() {
        return integer("units");
    }

    /**
     * When is forgotten what was reported: 90 days after the end, or after the flag was archived. Null: the experiment
     * goes on.
     *
     * @return {@code keptUntil}; empty where there is none
     */
    public Optional<Instant> keptUntil() {
        return optionalInstant("keptUntil");
    }

    /**
     * The field {@code cut}.
     *
     * @return {@code cut}
     */
    public CutRecords cut() {
        return object("cut", TypeDecoders.cutRecords());
    }

    /**
     * Units that were dealt more than one variation, and count for none.
     *
     * @return {@code quarantined}
     */
    public long quarantined() {
        return integer("quarantined");
    }

    /**
     * The field {@code variations}.
     *
     * @return {@code variations}
     */
    public List<VariationUnits> variations() {
        return list("variations", TypeDecoders.variationUnits());
    }

    /**
     * The field {@code sampleRatio}.
     *
     * @return {@code sampleRatio}; empty where there is none
     */
    public Optional<SampleRatio> sampleRatio() {
        return optionalObject("sampleRatio", TypeDecoders.sampleRatio());
    }

    /**
     * The field {@code metrics}.
     *
     * @return {@code metrics}
     */
    public List<MetricResults> metrics() {
        return list("metrics", TypeDecoders.metricResults());
    }
}
