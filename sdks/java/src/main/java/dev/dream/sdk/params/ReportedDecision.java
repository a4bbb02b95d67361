// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.time.Instant;

/** What is sent as {@code ReportedDecision}. */
public final class ReportedDecision extends Params {

    private ReportedDecision(Builder builder) {
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

    /** Gathers a {@link ReportedDecision}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(
                Builder.class,
                "ReportedDecision",
                "decidedAt",
                "subject",
                "action",
                "resource",
                "allowed",
                "policyRevision"
            );
        }

        /**
         * When. What lies ahead counts as now, and what lies before 1970 as then.
         *
         * @param value the value
         * @return this builder
         */
        public Builder decidedAt(Instant value) {
            return set("decidedAt", value);
        }

        /**
         * The tenant it is about. May stand in {@code X-Tenant-ID} instead; where both are, they are the same.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder tenant(String value) {
            return set("tenant", value);
        }

        /**
         * The field {@code subject}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder subject(SubjectOfDecision value) {
            return set("subject", value);
        }

        /**
         * An action of the resource type, {@code approve}, or narrowed to one of its scopes, {@code read:self}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder action(String value) {
            return set("action", value);
        }

        /**
         * The field {@code resource}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder resource(ResourceOfDecision value) {
            return set("resource", value);
        }

        /**
         * The field {@code allowed}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder allowed(Boolean value) {
            return set("allowed", value);
        }

        /**
         * Revision of the policy that decided, as {@code access.policy} gives it.
         *
         * @param value the value
         * @return this builder
         */
        public Builder policyRevision(Long value) {
            return set("policyRevision", value);
        }

        /**
         * Revision of the policy that decided, as {@code access.policy} gives it.
         *
         * @param value the value
         * @return this builder
         */
        public Builder policyRevision(long value) {
            return set("policyRevision", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public ReportedDecision build() {
            return new ReportedDecision(this);
        }
    }
}
