// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;

/** What may be asked for with {@code events.stream}. */
public final class EventsStreamQuery extends Params {

    private EventsStreamQuery(Builder builder) {
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

    /** Gathers a {@link EventsStreamQuery}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "EventsStreamQuery");
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
         * Only events of this tenant, as with {@code X-Tenant-ID}.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder tenant(String value) {
            return set("tenant", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public EventsStreamQuery build() {
            return new EventsStreamQuery(this);
        }
    }
}
