// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.time.Instant;

/** What the server answers with as {@code RecordReceipt}. */
public final class RecordReceipt extends Model {

    private RecordReceipt(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static RecordReceipt fromJson(Object json) {
        return new RecordReceipt(json);
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
     * The field {@code recordedAt}.
     *
     * @return {@code recordedAt}
     */
    public Instant recordedAt() {
        return instant("recordedAt");
    }

    /**
     * Whether it had been recorded before, under the same key.
     *
     * @return {@code duplicate}
     */
    public boolean duplicate() {
        return bool("duplicate");
    }
}
