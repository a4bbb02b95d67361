// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the server answers with as {@code AuditEntryWithPayload}. */
public final class AuditEntryWithPayload extends Model {

    private AuditEntryWithPayload(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static AuditEntryWithPayload fromJson(Object json) {
        return new AuditEntryWithPayload(json);
    }

    /**
     * {@code aud_…}
     *
     * @return {@code id}
     */
    public String id() {
        return text("id");
    }

    /**
     * The field {@code version}.
     *
     * @return {@code version}
     */
    public long version() {
        return integer("version");
    }

    /**
     * When it happened, as whoever reports it says.
     *
     * @return {@code timestamp}
     */
    public Instant timestamp() {
        return instant("timestamp");
    }

    /**
     * When it was written, if at another time.
     *
     * @return {@code recordedAt}; empty where there is none
     */
    public Optional<Instant> recordedAt() {
        return optionalInstant("recordedAt");
    }

    /**
     * The field {@code environment}.
     *
     * @return {@code environment}
     */
    public String environment() {
        return text("environment");
    }

    /**
     * Absent: it is about the environment as a whole.
     *
     * @return {@code tenantId}; empty where there is none
     */
    public Optional<String> tenantId() {
        return optionalText("tenantId");
    }

    /**
     * {@code user.role_assigned}
     *
     * @return {@code action}
     */
    public String action() {
        return text("action");
    }

    /**
     * The field {@code outcome}.
     *
     * @return {@code outcome}
     */
    public AuditEntryOutcome outcome() {
        return object("outcome", TypeDecoders.auditEntryOutcome());
    }

    /**
     * The field {@code actor}.
     *
     * @return {@code actor}
     */
    public EntryActor actor() {
        return object("actor", TypeDecoders.entryActor());
    }

    /**
     * The field {@code resource}.
     *
     * @return {@code resource}; empty where there is none
     */
    public Optional<EntryResource> resource() {
        return optionalObject("resource", TypeDecoders.entryResource());
    }

    /**
     * Null: it did not exist.
     *
     * @return any JSON; {@code null} where there is none
     */
    public Object before() {
        return json("before");
    }

    /**
     * Null: it does not exist any more.
     *
     * @return any JSON; {@code null} where there is none
     */
    public Object after() {
        return json("after");
    }

    /**
     * Where more than one thing changed.
     *
     * @return JSON of one of several kinds; {@code null} where there is none
     */
    public Object changes() {
        return json("changes");
    }

    /**
     * Where more than one thing changed.
     *
     * @return its value; empty where there is none of this kind
     */
    public Optional<DigestOfChanges> changesAsDigestOfChanges() {
        return optionalObject("changes", Decoders.object(TypeDecoders.digestOfChanges()));
    }

    /**
     * Where more than one thing changed.
     *
     * @return its value; empty where there is none of this kind
     */
    public Optional<List<EntryChange>> changesAsList() {
        return optionalList("changes", TypeDecoders.entryChange());
    }

    /**
     * Why it failed or was denied: a code.
     *
     * @return {@code reason}; empty where there is none
     */
    public Optional<String> reason() {
        return optionalText("reason");
    }

    /**
     * The field {@code requestId}.
     *
     * @return {@code requestId}; empty where there is none
     */
    public Optional<String> requestId() {
        return optionalText("requestId");
    }

    /**
     * The field {@code authentication}.
     *
     * @return {@code authentication}; empty where there is none
     */
    public Optional<EntryAuthentication> authentication() {
        return optionalObject("authentication", TypeDecoders.entryAuthentication());
    }

    /**
     * True: the product has told it, by the key in {@code authentication}, and who did what is its word. Absent: it is
     * the platform’s own.
     *
     * @return {@code reported}; empty where there is none
     */
    public Optional<Boolean> reported() {
        return optionalBool("reported");
    }

    /**
     * The field {@code decision}.
     *
     * @return {@code decision}; empty where there is none
     */
    public Optional<EntryDecision> decision() {
        return optionalObject("decision", TypeDecoders.entryDecision());
    }

    /**
     * Commits to what is kept apart from the entry, so that it can be erased.
     *
     * @return {@code personal}; empty where there is none
     */
    public Optional<String> personal() {
        return optionalText("personal");
    }

    /**
     * The field {@code metadata}.
     *
     * @return {@code metadata}; empty where there is none
     */
    public Optional<Map<String, Object>> metadata() {
        return optionalMap("metadata", Decoders.JSON);
    }

    /**
     * Its place in the chain of its tenant, from 1; null until it is sealed, which takes a moment.
     *
     * @return {@code sequence}; empty where there is none
     */
    public Optional<Long> sequence() {
        return optionalInteger("sequence");
    }

    /**
     * The field {@code hash}.
     *
     * @return {@code hash}; empty where there is none
     */
    public Optional<String> hash() {
        return optionalText("hash");
    }

    /**
     * The field {@code previousHash}.
     *
     * @return {@code previousHash}; empty where there is none
     */
    public Optional<String> previousHash() {
        return optionalText("previousHash");
    }

    /**
     * What {@code personal} commits to, unless it was erased.
     *
     * @return any JSON; {@code null} where there is none
     */
    public Object payload() {
        return json("payload");
    }

    /**
     * What it was hashed with, in hexadecimal digits.
     *
     * @return {@code salt}; empty where there is none
     */
    public Optional<String> salt() {
        return optionalText("salt");
    }
}
