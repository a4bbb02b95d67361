// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;

/** What the server answers with as {@code NearMiss}. */
public final class NearMiss extends Model {

    private NearMiss(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static NearMiss fromJson(Object json) {
        return new NearMiss(json);
    }

    /**
     * What allowed it.
     *
     * @return {@code grant}
     */
    public RoleGrantOrRelationGrant grant() {
        return object("grant", TypeDecoders.roleGrantOrRelationGrant());
    }

    /**
     * The field {@code because}.
     *
     * @return {@code because}
     */
    public String because() {
        return text("because");
    }
}
