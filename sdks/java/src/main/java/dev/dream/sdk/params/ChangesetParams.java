// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.Changeset;
import java.util.List;

/** What is sent as {@code Changeset}. */
public final class ChangesetParams extends Params {

    private ChangesetParams(Builder builder) {
        super(builder);
    }

    /**
     * A builder with nothing said.
     *
     * @return a new one
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The same as it was answered, to be sent back.
     *
     * @param answered what came of the server
     * @return the same to be sent
     */
    public static ChangesetParams from(Changeset answered) {
        Builder builder = builder();
        answered.raw().forEach(builder::put);
        return builder.build();
    }

    /** Gathers a {@link ChangesetParams}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(
                Builder.class,
                "ChangesetParams",
                "formatVersion",
                "project",
                "environment",
                "fingerprint",
                "summary",
                "changes",
                "guardrails",
                "conflicts"
            );
        }

        /**
         * The field {@code formatVersion}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder formatVersion(Long value) {
            return set("formatVersion", value);
        }

        /**
         * The field {@code formatVersion}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder formatVersion(long value) {
            return set("formatVersion", value);
        }

        /**
         * The field {@code project}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder project(String value) {
            return set("project", value);
        }

        /**
         * The field {@code environment}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder environment(String value) {
            return set("environment", value);
        }

        /**
         * The field {@code fingerprint}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder fingerprint(String value) {
            return set("fingerprint", value);
        }

        /**
         * The field {@code summary}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder summary(ChangeSummaryParams value) {
            return set("summary", value);
        }

        /**
         * The field {@code impact}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder impact(ImpactTotalParams value) {
            return set("impact", value);
        }

        /**
         * The field {@code changes}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder changes(List<ChangeParams> value) {
            return set("changes", value);
        }

        /**
         * The field {@code settings}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder settings(ChangedSettingsParams value) {
            return set("settings", value);
        }

        /**
         * The field {@code guardrails}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder guardrails(List<GuardrailFindingParams> value) {
            return set("guardrails", value);
        }

        /**
         * The field {@code conflicts}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder conflicts(List<ConflictParams> value) {
            return set("conflicts", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public ChangesetParams build() {
            return new ChangesetParams(this);
        }
    }
}
