// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;

/** What the server answers with as {@code AuditRecordManyResult}. */
public final class AuditRecordManyResult extends Model {

    private AuditRecordManyResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static AuditRecordManyResult fromJson(Object json) {
        return new AuditRecordManyResult(json);
    }

    /**
     * The field {@code data}.
     *
     * @return {@code data}
     */
    public List<RecordReceipt> data() {
        return list("data", TypeDecoders.recordReceipt());
    }
}
