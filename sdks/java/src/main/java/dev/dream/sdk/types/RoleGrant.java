// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.util.Optional;

/** What the server answers with as {@code RoleGrant}. */
public final class RoleGrant extends Model implements RoleGrantOrRelationGrant {

    private RoleGrant(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static RoleGrant fromJson(Object json) {
        return new RoleGrant(json);
    }

    /**
     * The field {@code by}.
     *
     * @return {@code by}
     */
    public String by() {
        return text("by");
    }

    /**
     * The field {@code role}.
     *
     * @return {@code role}
     */
    public String role() {
        return text("role");
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
     * The field {@code permission}.
     *
     * @return {@code permission}
     */
    public String permission() {
        return text("permission");
    }

    /**
     * The field {@code condition}.
     *
     * @return {@code condition}; empty where there is none
     */
    public Optional<String> condition() {
        return optionalText("condition");
    }

    /**
     * The field {@code scope}.
     *
     * @return {@code scope}; empty where there is none
     */
    public Optional<String> scope() {
        return optionalText("scope");
    }
}
