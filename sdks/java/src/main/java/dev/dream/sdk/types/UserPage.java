// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;

/** What the server answers with as {@code UserPage}. */
public final class UserPage extends Model {

    private UserPage(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static UserPage fromJson(Object json) {
        return new UserPage(json);
    }

    /**
     * The field {@code data}.
     *
     * @return {@code data}
     */
    public List<User> data() {
        return list("data", TypeDecoders.user());
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
