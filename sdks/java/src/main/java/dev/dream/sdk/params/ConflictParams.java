// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.Conflict;
import dev.dream.sdk.types.ConflictReason;
import java.util.List;

/** What is sent as {@code Conflict}. */
public final class ConflictParams extends Params {

    private ConflictParams(Builder builder) {
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
    public static ConflictParams from(Conflict answered) {
        Builder builder = builder();
        answered.raw().forEach(builder::put);
        return builder.build();
    }

    /** Gathers a {@link ConflictParams}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(
                Builder.class,
                "ConflictParams",
                "kind",
                "key",
                "reason",
                "message",
                "fields",
                "changedBy",
                "changedAt"
            );
        }

        /**
         * The field {@code kind}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder kind(String value) {
            return set("kind", value);
        }

        /**
         * The field {@code key}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder key(String value) {
            return set("key", value);
        }

        /**
         * The field {@code reason}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder reason(ConflictReason value) {
            return set("reason", value);
        }

        /**
         * The field {@code message}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder message(String value) {
            return set("message", value);
        }

        /**
         * The field {@code fields}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder fields(List<ConflictFieldParams> value) {
            return set("fields", value);
        }

        /**
         * Who changed the live side last.
         *
         * @param value the value
         * @return this builder
         */
        public Builder changedBy(String value) {
            return set("changedBy", value);
        }

        /**
         * And when.
         *
         * @param value the value
         * @return this builder
         */
        public Builder changedAt(String value) {
            return set("changedAt", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public ConflictParams build() {
            return new ConflictParams(this);
        }
    }
}
