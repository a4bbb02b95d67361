// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.Affected;
import java.util.List;

/** What is sent as {@code Affected}. */
public final class AffectedParams extends Params {

    private AffectedParams(Builder builder) {
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
    public static AffectedParams from(Affected answered) {
        Builder builder = builder();
        answered.raw().forEach(builder::put);
        return builder.build();
    }

    /** Gathers a {@link AffectedParams}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AffectedParams", "name");
        }

        /**
         * The field {@code name}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder name(String value) {
            return set("name", value);
        }

        /**
         * The field {@code tenant}.
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
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder subject(AffectedSubjectParams value) {
            return set("subject", value);
        }

        /**
         * The field {@code resource}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder resource(AffectedResourceParams value) {
            return set("resource", value);
        }

        /**
         * The field {@code lost}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder lost(List<String> value) {
            return set("lost", value);
        }

        /**
         * The field {@code gained}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder gained(List<String> value) {
            return set("gained", value);
        }

        /**
         * The field {@code changed}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder changed(List<String> value) {
            return set("changed", value);
        }

        /**
         * The field {@code before}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder before(Object value) {
            return set("before", value);
        }

        /**
         * Says that {@code before} is {@code null}.
         *
         * @return this builder
         */
        public Builder clearBefore() {
            return put("before", null);
        }

        /**
         * The field {@code after}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder after(Object value) {
            return set("after", value);
        }

        /**
         * Says that {@code after} is {@code null}.
         *
         * @return this builder
         */
        public Builder clearAfter() {
            return put("after", null);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public AffectedParams build() {
            return new AffectedParams(this);
        }
    }
}
