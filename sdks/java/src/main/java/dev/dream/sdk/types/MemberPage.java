// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;

/** What the server answers with as {@code MemberPage}. */
public final class MemberPage extends Model {

    private MemberPage(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static MemberPage fromJson(Object json) {
        return new MemberPage(json);
    }

    /**
     * The field {@code data}.
     *
     * @return {@code data}
     */
    public List<Member> data() {
        return list("data", TypeDecoders.member());
    }

    /**
     * The field {@code pagination}.
     *
     * @return {@code pagination}
     */
    public Pagination pagination() {
        return object("pagination", TypeDecoders.pagination());
    }
}
