// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.util.Map;

/** One of {@link RoleGrant}, {@link RelationGrant}, or one that this SDK has not heard of. */
public sealed interface RoleGrantOrRelationGrant permits RoleGrant, RelationGrant, RoleGrantOrRelationGrant.Unknown {
    /**
     * All fields as they came.
     *
     * @return by name; cannot be changed
     */
    Map<String, Object> raw();

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return an instance of the class that it tells of
     */
    static RoleGrantOrRelationGrant fromJson(Object json) {
        Object tag = json instanceof Map<?, ?> fields ? fields.get("by") : null;
        return switch (String.valueOf(tag)) {
            case "role" -> RoleGrant.fromJson(json);
            case "relation" -> RelationGrant.fromJson(json);
            default -> new Unknown(json);
        };
    }

    /** One that came after this SDK was made. */
    final class Unknown extends Model implements RoleGrantOrRelationGrant {

        private Unknown(Object json) {
            super(json);
        }
    }
}
