// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.Optional;

/** What the server answers with as {@code ActionVerdict}. */
public final class ActionVerdict extends Model {

    private ActionVerdict(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static ActionVerdict fromJson(Object json) {
        return new ActionVerdict(json);
    }

    /**
     * The field {@code action}.
     *
     * @return {@code action}
     */
    public String action() {
        return text("action");
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
}
