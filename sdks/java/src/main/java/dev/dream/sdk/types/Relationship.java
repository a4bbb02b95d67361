// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;

/** What the server answers with as {@code Relationship}. */
public final class Relationship extends Model {

    private Relationship(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Relationship fromJson(Object json) {
        return new Relationship(json);
    }

    /**
     * The field {@code resource}.
     *
     * @return {@code resource}
     */
    public RelatedResource resource() {
        return object("resource", TypeDecoders.relatedResource());
    }

    /**
     * A relation that the ResourceType declares.
     *
     * @return {@code relation}
     */
    public String relation() {
        return text("relation");
    }

    /**
     * The field {@code subject}.
     *
     * @return {@code subject}
     */
    public RelatedSubject subject() {
        return object("subject", TypeDecoders.relatedSubject());
    }
}
