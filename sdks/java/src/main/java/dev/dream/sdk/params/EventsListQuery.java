// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What may be asked for with {@code events.list}. */
public final class EventsListQuery extends Params {

    private EventsListQuery(Builder builder) {
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

    /** Gathers a {@link EventsListQuery}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "EventsListQuery");
        }

        /**
         * {@code nextCursor} of the part before, or the id of the last event seen. Absent: from the oldest that is
         * kept.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder after(String value) {
            return set("after", value);
        }

        /**
         * Types of events, separated by commas, where <code>*</code> stands for any text:
         * <code>flag.*,tenant.created</code>.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder types(String value) {
            return set("types", value);
        }

        /**
         * Only what has happened since: a date or an instant of RFC 3339. Not together with {@code after}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder since(String value) {
            return set("since", value);
        }

        /**
         * Entries in the answer.
         *
         * <p>Default: {@code 50}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder limit(Long value) {
            return set("limit", value);
        }

        /**
         * Entries in the answer.
         *
         * <p>Default: {@code 50}.
         *
         * @param value the value
         * @return this builder
         */
        public Builder limit(long value) {
            return set("limit", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public EventsListQuery build() {
            return new EventsListQuery(this);
        }
    }
}
