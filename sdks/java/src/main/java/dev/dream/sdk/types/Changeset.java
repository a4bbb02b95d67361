// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code Changeset}. */
public final class Changeset extends Model {

    private Changeset(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Changeset fromJson(Object json) {
        return new Changeset(json);
    }

    /**
     * The field {@code formatVersion}.
     *
     * @return {@code formatVersion}
     */
    public long formatVersion() {
        return integer("formatVersion");
    }

    /**
     * The field {@code project}.
     *
     * @return {@code project}
     */
    public String project() {
        return text("project");
    }

    /**
     * The field {@code environment}.
     *
     * @return {@code environment}
     */
    public String environment() {
        return text("environment");
    }

    /**
     * The field {@code fingerprint}.
     *
     * @return {@code fingerprint}
     */
    public String fingerprint() {
        return text("fingerprint");
    }

    /**
     * The field {@code summary}.
     *
     * @return {@code summary}
     */
    public ChangeSummary summary() {
        return object("summary", TypeDecoders.changeSummary());
    }

    /**
     * The field {@code impact}.
     *
     * @return {@code impact}; empty where there is none
     */
    public Optional<ImpactTotal> impact() {
        return optionalObject("impact", TypeDecoders.impactTotal());
    }

    /**
     * The field {@code changes}.
     *
     * @return {@code changes}
     */
    public List<Change> changes() {
        return list("changes", TypeDecoders.change());
    }

    /**
     * The field {@code settings}.
     *
     * @return {@code settings}; empty where there is none
     */
    public Optional<ChangedSettings> settings() {
        return optionalObject("settings", TypeDecoders.changedSettings());
    }

    /**
     * The field {@code guardrails}.
     *
     * @return {@code guardrails}
     */
    public List<GuardrailFinding> guardrails() {
        return list("guardrails", TypeDecoders.guardrailFinding());
    }

    /**
     * The field {@code conflicts}.
     *
     * @return {@code conflicts}
     */
    public List<Conflict> conflicts() {
        return list("conflicts", TypeDecoders.conflict());
    }
}
