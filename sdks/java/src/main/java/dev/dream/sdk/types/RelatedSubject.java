// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/** What the server answers with as {@code RelatedSubject}. */
public final class RelatedSubject extends Model {

    private RelatedSubject(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static RelatedSubject fromJson(Object json) {
        return new RelatedSubject(json);
    }

    /**
     * {@code user}, {@code service-account}, {@code tenant}, or the key of a ResourceType.
     *
     * @return {@code type}
     */
    public String type() {
        return text("type");
    }

    /**
     * The field {@code id}.
     *
     * @return {@code id}
     */
    public String id() {
        return text("id");
    }
}
