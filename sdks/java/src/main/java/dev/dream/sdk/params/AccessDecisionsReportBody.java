// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.List;

/** What is sent as {@code AccessDecisionsReportBody}. */
public final class AccessDecisionsReportBody extends Params {

    private AccessDecisionsReportBody(Builder builder) {
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

    /** Gathers a {@link AccessDecisionsReportBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AccessDecisionsReportBody", "decisions");
        }

        /**
         * The field {@code decisions}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder decisions(List<ReportedDecision> value) {
            return set("decisions", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public AccessDecisionsReportBody build() {
            return new AccessDecisionsReportBody(this);
        }
    }
}
