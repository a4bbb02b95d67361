// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;

/** What the server answers with as {@code AccessCheckManyResult}. */
public final class AccessCheckManyResult extends Model {

    private AccessCheckManyResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static AccessCheckManyResult fromJson(Object json) {
        return new AccessCheckManyResult(json);
    }

    /**
     * The field {@code data}.
     *
     * @return {@code data}
     */
    public List<Verdict> data() {
        return list("data", TypeDecoders.verdict());
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
