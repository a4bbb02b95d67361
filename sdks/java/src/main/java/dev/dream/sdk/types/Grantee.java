// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;

/** What the server answers with as {@code Grantee}. */
public final class Grantee extends Model {

    private Grantee(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Grantee fromJson(Object json) {
        return new Grantee(json);
    }

    /**
     * The field {@code subject}.
     *
     * @return {@code subject}
     */
    public SubjectFacts subject() {
        return object("subject", TypeDecoders.subjectFacts());
    }

    /**
     * What allowed it.
     *
     * @return {@code grant}
     */
    public RoleGrantOrRelationGrant grant() {
        return object("grant", TypeDecoders.roleGrantOrRelationGrant());
    }
}
