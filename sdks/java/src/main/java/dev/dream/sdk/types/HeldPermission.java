// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.util.Optional;

/** What the server answers with as {@code HeldPermission}. */
public final class HeldPermission extends Model {

    private HeldPermission(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static HeldPermission fromJson(Object json) {
        return new HeldPermission(json);
    }

    /**
     * The field {@code permission}.
     *
     * @return {@code permission}
     */
    public String permission() {
        return text("permission");
    }

    /**
     * The field {@code declaredBy}.
     *
     * @return {@code declaredBy}
     */
    public String declaredBy() {
        return text("declaredBy");
    }

    /**
     * The field {@code condition}.
     *
     * @return {@code condition}; empty where there is none
     */
    public Optional<String> condition() {
        return optionalText("condition");
    }
}
