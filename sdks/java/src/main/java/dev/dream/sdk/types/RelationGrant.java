// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.Optional;

/** What the server answers with as {@code RelationGrant}. */
public final class RelationGrant extends Model implements RoleGrantOrRelationGrant {

    private RelationGrant(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static RelationGrant fromJson(Object json) {
        return new RelationGrant(json);
    }

    /**
     * The field {@code by}.
     *
     * @return {@code by}
     */
    public String by() {
        return text("by");
    }

    /**
     * The field {@code relation}.
     *
     * @return {@code relation}
     */
    public String relation() {
        return text("relation");
    }

    /**
     * The field {@code via}.
     *
     * @return {@code via}; empty where there is none
     */
    public Optional<NamedObject> via() {
        return optionalObject("via", TypeDecoders.namedObject());
    }
}
