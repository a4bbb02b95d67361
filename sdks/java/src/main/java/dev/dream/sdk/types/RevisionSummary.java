// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the server answers with as {@code RevisionSummary}. */
public final class RevisionSummary extends Model {

    private RevisionSummary(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static RevisionSummary fromJson(Object json) {
        return new RevisionSummary(json);
    }

    /**
     * The field {@code id}.
     *
     * @return {@code id}
     */
    public String id() {
        return text("id");
    }

    /**
     * The field {@code number}.
     *
     * @return {@code number}
     */
    public long number() {
        return integer("number");
    }

    /**
     * The field {@code cause}.
     *
     * @return {@code cause}
     */
    public RevisionCause cause() {
        return object("cause", TypeDecoders.revisionCause());
    }

    /**
     * The field {@code rollbackTo}.
     *
     * @return {@code rollbackTo}; empty where there is none
     */
    public Optional<Long> rollbackTo() {
        return optionalInteger("rollbackTo");
    }

    /**
     * The field {@code author}.
     *
     * @return {@code author}
     */
    public String author() {
        return text("author");
    }

    /**
     * The field {@code commit}.
     *
     * @return {@code commit}; empty where there is none
     */
    public Optional<String> commit() {
        return optionalText("commit");
    }

    /**
     * The field {@code message}.
     *
     * @return {@code message}; empty where there is none
     */
    public Optional<String> message() {
        return optionalText("message");
    }

    /**
     * The field {@code summary}.
     *
     * @return {@code summary}
     */
    public Map<String, Long> summary() {
        return map("summary", Decoders.INTEGER);
    }

    /**
     * The field {@code createdAt}.
     *
     * @return {@code createdAt}
     */
    public Instant createdAt() {
        return instant("createdAt");
    }
}
