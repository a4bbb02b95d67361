// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.time.Instant;
import java.util.Optional;

/** What the server answers with as {@code AuditStream}. */
public final class AuditStream extends Model {

    private AuditStream(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static AuditStream fromJson(Object json) {
        return new AuditStream(json);
    }

    /**
     * Key of the AuditStream.
     *
     * @return {@code key}
     */
    public String key() {
        return text("key");
    }

    /**
     * The field {@code name}.
     *
     * @return {@code name}; empty where there is none
     */
    public Optional<String> name() {
        return optionalText("name");
    }

    /**
     * The field {@code to}.
     *
     * @return {@code to}
     */
    public AuditStreamTo to() {
        return object("to", TypeDecoders.auditStreamTo());
    }

    /**
     * {@code failing}: the last batch could not be sent, and is tried again. {@code error}: none could for 7 days; it
     * is still tried once an hour, and nothing is lost.
     *
     * @return {@code state}
     */
    public AuditStreamState state() {
        return object("state", TypeDecoders.auditStreamState());
    }

    /**
     * Why the last batch could not be sent; null: it was.
     *
     * @return {@code lastError}; empty where there is none
     */
    public Optional<String> lastError() {
        return optionalText("lastError");
    }

    /**
     * The field {@code failingSince}.
     *
     * @return {@code failingSince}; empty where there is none
     */
    public Optional<Instant> failingSince() {
        return optionalInstant("failingSince");
    }

    /**
     * Batches in a row that could not be sent.
     *
     * @return {@code failures}
     */
    public long failures() {
        return integer("failures");
    }

    /**
     * When it is tried again, while it fails.
     *
     * @return {@code nextAt}; empty where there is none
     */
    public Optional<Instant> nextAt() {
        return optionalInstant("nextAt");
    }

    /**
     * When a batch was taken last.
     *
     * @return {@code deliveredAt}; empty where there is none
     */
    public Optional<Instant> deliveredAt() {
        return optionalInstant("deliveredAt");
    }

    /**
     * The field {@code behind}.
     *
     * @return {@code behind}
     */
    public StreamBacklog behind() {
        return object("behind", TypeDecoders.streamBacklog());
    }

    /**
     * Entries that retention deleted before they could be sent.
     *
     * @return {@code pruned}
     */
    public long pruned() {
        return integer("pruned");
    }
}
