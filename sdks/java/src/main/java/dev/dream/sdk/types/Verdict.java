// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.Optional;

/** What the server answers with as {@code Verdict}. */
public final class Verdict extends Model {

    private Verdict(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Verdict fromJson(Object json) {
        return new Verdict(json);
    }

    /**
     * {@code dec_…}: the entry in the decision log.
     *
     * @return {@code id}
     */
    public String id() {
        return text("id");
    }

    /**
     * The field {@code allowed}.
     *
     * @return {@code allowed}
     */
    public boolean allowed() {
        return bool("allowed");
    }

    /**
     * What allowed it.
     *
     * @return {@code grant}; empty where there is none
     */
    public Optional<RoleGrantOrRelationGrant> grant() {
        return optionalObject("grant", TypeDecoders.roleGrantOrRelationGrant());
    }

    /**
     * The field {@code refusal}.
     *
     * @return {@code refusal}; empty where there is none
     */
    public Optional<Refusal> refusal() {
        return optionalObject("refusal", TypeDecoders.refusal());
    }

    /**
     * Revision of the environment whose roles and resource types decided.
     *
     * @return {@code policyRevision}
     */
    public long policyRevision() {
        return integer("policyRevision");
    }

    /**
     * The field {@code subject}.
     *
     * @return {@code subject}; empty where there is none
     */
    public Optional<SubjectFacts> subject() {
        return optionalObject("subject", TypeDecoders.subjectFacts());
    }
}
