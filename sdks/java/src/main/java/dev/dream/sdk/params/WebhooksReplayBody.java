// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.List;

/** What is sent as {@code WebhooksReplayBody}. */
public final class WebhooksReplayBody extends Params {

    private WebhooksReplayBody(Builder builder) {
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

    /** Gathers a {@link WebhooksReplayBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "WebhooksReplayBody", "since");
        }

        /**
         * A date or an instant of RFC 3339.
         *
         * @param value the value
         * @return this builder
         */
        public Builder since(String value) {
            return set("since", value);
        }

        /**
         * Up to before then. Absent: until now.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder until(String value) {
            return set("until", value);
        }

        /**
         * Types of events, where <code>*</code> stands for any text. Absent: those that the endpoint asks for.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder types(List<String> value) {
            return set("types", value);
        }

        /**
         * Leave out what came through.
         *
         * <p>Default: {@code false}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder undeliveredOnly(Boolean value) {
            return set("undeliveredOnly", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public WebhooksReplayBody build() {
            return new WebhooksReplayBody(this);
        }
    }
}
