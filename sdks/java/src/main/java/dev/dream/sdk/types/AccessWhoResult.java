// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;

/** What the server answers with as {@code AccessWhoResult}. */
public final class AccessWhoResult extends Model {

    private AccessWhoResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static AccessWhoResult fromJson(Object json) {
        return new AccessWhoResult(json);
    }

    /**
     * The field {@code data}.
     *
     * @return {@code data}
     */
    public List<Grantee> data() {
        return list("data", TypeDecoders.grantee());
    }

    /**
     * The field {@code pagination}.
     *
     * @return {@code pagination}
     */
    public Pagination pagination() {
        return object("pagination", TypeDecoders.pagination());
    }

    /**
     * Revision of the environment whose roles and resource types decided.
     *
     * @return {@code policyRevision}
     */
    public long policyRevision() {
        return integer("policyRevision");
    }
}
