// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.time.Instant;
import java.util.Optional;

/** What the server answers with as {@code Archive}. */
public final class Archive extends Model {

    private Archive(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Archive fromJson(Object json) {
        return new Archive(json);
    }

    /**
     * {@code arc_…}
     *
     * @return {@code id}
     */
    public String id() {
        return text("id");
    }

    /**
     * Null: of the environment itself.
     *
     * @return {@code tenantId}; empty where there is none
     */
    public Optional<String> tenantId() {
        return optionalText("tenantId");
    }

    /**
     * Sequence of the first entry that was taken out.
     *
     * @return {@code first}
     */
    public long first() {
        return integer("first");
    }

    /**
     * Of the last. Between them may stand entries that were kept.
     *
     * @return {@code last}
     */
    public long last() {
        return integer("last");
    }

    /**
     * The field {@code entries}.
     *
     * @return {@code entries}
     */
    public long entries() {
        return integer("entries");
    }

    /**
     * Where the archive is. Null: they were deleted.
     *
     * @return {@code location}; empty where there is none
     */
    public Optional<String> location() {
        return optionalText("location");
    }

    /**
     * {@code sha256:…} of the file.
     *
     * @return {@code digest}; empty where there is none
     */
    public Optional<String> digest() {
        return optionalText("digest");
    }

    /**
     * The field {@code prunedAt}.
     *
     * @return {@code prunedAt}
     */
    public Instant prunedAt() {
        return instant("prunedAt");
    }

    /**
     * When the archive itself was removed, its own time being over. Null: it was not.
     *
     * @return {@code removedAt}; empty where there is none
     */
    public Optional<Instant> removedAt() {
        return optionalInstant("removedAt");
    }
}
