// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code AccessCanResult}. */
public final class AccessCanResult extends Model {

    private AccessCanResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static AccessCanResult fromJson(Object json) {
        return new AccessCanResult(json);
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
     * The field {@code permissions}.
     *
     * @return {@code permissions}
     */
    public List<HeldPermission> permissions() {
        return list("permissions", TypeDecoders.heldPermission());
    }

    /**
     * The field {@code actions}.
     *
     * @return {@code actions}; empty where there is none
     */
    public Optional<List<ActionVerdict>> actions() {
        return optionalList("actions", TypeDecoders.actionVerdict());
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
