// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.time.Instant;
import java.util.Optional;

/** What the server answers with as {@code LoggedDecision}. */
public final class LoggedDecision extends Model {

    private LoggedDecision(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static LoggedDecision fromJson(Object json) {
        return new LoggedDecision(json);
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
     * The field {@code tenant}.
     *
     * @return {@code tenant}
     */
    public String tenant() {
        return text("tenant");
    }

    /**
     * The field {@code subject}.
     *
     * @return {@code subject}
     */
    public NamedObject subject() {
        return object("subject", TypeDecoders.namedObject());
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
     * The field {@code resource}.
     *
     * @return {@code resource}
     */
    public DecidedResource resource() {
        return object("resource", TypeDecoders.decidedResource());
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
    public Optional<LoggedRefusal> refusal() {
        return optionalObject("refusal", TypeDecoders.loggedRefusal());
    }

    /**
     * True: an application decided it by the policy that it had, and has told it; what it rests on is not known.
     *
     * @return {@code reported}
     */
    public boolean reported() {
        return bool("reported");
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
     * The field {@code requestId}.
     *
     * @return {@code requestId}
     */
    public String requestId() {
        return text("requestId");
    }

    /**
     * The field {@code decidedAt}.
     *
     * @return {@code decidedAt}
     */
    public Instant decidedAt() {
        return instant("decidedAt");
    }
}
