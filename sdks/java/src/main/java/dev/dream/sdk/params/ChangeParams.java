// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import dev.dream.sdk.types.Change;
import dev.dream.sdk.types.ChangeAction;
import java.util.List;
import java.util.Map;

/** What is sent as {@code Change}. */
public final class ChangeParams extends Params {

    private ChangeParams(Builder builder) {
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
    public static ChangeParams from(Change answered) {
        Builder builder = builder();
        answered.raw().forEach(builder::put);
        return builder.build();
    }

    /** Gathers a {@link ChangeParams}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(
                Builder.class,
                "ChangeParams",
                "action",
                "kind",
                "key",
                "before",
                "after",
                "beforeHash",
                "afterHash",
                "fields",
                "impact"
            );
        }

        /**
         * The field {@code action}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder action(ChangeAction value) {
            return set("action", value);
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
         * The field {@code from}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder from(String value) {
            return set("from", value);
        }

        /**
         * The field {@code before}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder before(Map<String, ?> value) {
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
         * @param value the value
         * @return this builder
         */
        public Builder after(Map<String, ?> value) {
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
         * The field {@code beforeHash}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder beforeHash(String value) {
            return set("beforeHash", value);
        }

        /**
         * Says that {@code beforeHash} is {@code null}.
         *
         * @return this builder
         */
        public Builder clearBeforeHash() {
            return put("beforeHash", null);
        }

        /**
         * The field {@code afterHash}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder afterHash(String value) {
            return set("afterHash", value);
        }

        /**
         * Says that {@code afterHash} is {@code null}.
         *
         * @return this builder
         */
        public Builder clearAfterHash() {
            return put("afterHash", null);
        }

        /**
         * The field {@code fields}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder fields(List<ChangedFieldParams> value) {
            return set("fields", value);
        }

        /**
         * The field {@code impact}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder impact(ImpactParams value) {
            return set("impact", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public ChangeParams build() {
            return new ChangeParams(this);
        }
    }
}
