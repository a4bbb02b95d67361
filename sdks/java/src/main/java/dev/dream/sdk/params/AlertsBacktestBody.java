// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.time.Instant;
import java.util.Map;

/** What is sent as {@code AlertsBacktestBody}. */
public final class AlertsBacktestBody extends Params {

    private AlertsBacktestBody(Builder builder) {
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

    /** Gathers a {@link AlertsBacktestBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "AlertsBacktestBody", "rule");
        }

        /**
         * An AlertRule as it is written in YAML, without {@code kind} and {@code key}; docs/reference/alert-rule.md
         * describes its fields.
         *
         * @param value the value
         * @return this builder
         */
        public Builder rule(Map<String, ?> value) {
            return set("rule", value);
        }

        /**
         * Entries written at this moment or later. Absent: of 30 days.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder since(Instant value) {
            return set("since", value);
        }

        /**
         * Entries written before this moment. Absent: until now.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder until(Instant value) {
            return set("until", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         * @throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it
         */
        public AlertsBacktestBody build() {
            return new AlertsBacktestBody(this);
        }
    }
}
