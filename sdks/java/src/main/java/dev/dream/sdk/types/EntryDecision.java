// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.Optional;

/** What the server answers with as {@code EntryDecision}. */
public final class EntryDecision extends Model {

    private EntryDecision(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static EntryDecision fromJson(Object json) {
        return new EntryDecision(json);
    }

    /**
     * The field {@code allowed}.
     *
     * @return {@code allowed}; empty where there is none
     */
    public Optional<Boolean> allowed() {
        return optionalBool("allowed");
    }

    /**
     * The field {@code subject}.
     *
     * @return {@code subject}; empty where there is none
     */
    public Optional<DecidedAbout> subject() {
        return optionalObject("subject", TypeDecoders.decidedAbout());
    }

    /**
     * The field {@code permission}.
     *
     * @return {@code permission}; empty where there is none
     */
    public Optional<String> permission() {
        return optionalText("permission");
    }

    /**
     * The field {@code reason}.
     *
     * @return {@code reason}; empty where there is none
     */
    public Optional<String> reason() {
        return optionalText("reason");
    }

    /**
     * The field {@code policyRevision}.
     *
     * @return {@code policyRevision}; empty where there is none
     */
    public Optional<Long> policyRevision() {
        return optionalInteger("policyRevision");
    }

    /**
     * The field {@code decisionId}.
     *
     * @return {@code decisionId}; empty where there is none
     */
    public Optional<String> decisionId() {
        return optionalText("decisionId");
    }
}
