// Written by dream generate sdk; do not edit.
package dev.dream.sdk.params;

import dev.dream.sdk.Params;
import java.util.List;

/** What is sent as {@code RelationshipsWriteBody}. */
public final class RelationshipsWriteBody extends Params {

    private RelationshipsWriteBody(Builder builder) {
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

    /** Gathers a {@link RelationshipsWriteBody}. */
    public static final class Builder extends Params.Builder<Builder> {

        private Builder() {
            super(Builder.class, "RelationshipsWriteBody");
        }

        /**
         * Those that are there already stay.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder add(List<NewRelationship> value) {
            return set("add", value);
        }

        /**
         * Taken away first. Those that are not there are passed over.
         *
         * @param value the value; {@code null} says nothing
         * @return this builder
         */
        public Builder remove(List<NewRelationship> value) {
            return set("remove", value);
        }

        /**
         * Makes the object.
         *
         * @return it, which later calls of this builder do not change
         */
        public RelationshipsWriteBody build() {
            return new RelationshipsWriteBody(this);
        }
    }
}
