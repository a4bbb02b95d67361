package dev.dream.sdk.permissions;

import dev.dream.sdk.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a permission is wanted of. Without an id and without properties, the question is about the type.
 *
 * @param id of the resource, or {@code null}
 * @param properties what conditions may ask of {@code resource}, or {@code null}
 */
public record ResourceInHand(String id, Map<String, ?> properties) {
    /**
     * A resource, of whose properties a copy is kept.
     *
     * @param id of the resource, or {@code null}
     * @param properties what conditions may ask of {@code resource}, or {@code null}
     */
    public ResourceInHand {
        properties = copy(properties);
    }

    /**
     * A resource of which nothing but its id is said.
     *
     * @param id of the resource
     * @return it
     */
    public static ResourceInHand of(String id) {
        return new ResourceInHand(id, null);
    }

    /**
     * Whether a question is about this resource.
     *
     * @return false: about its type
     */
    public boolean isInHand() {
        return id != null || (properties != null && !properties.isEmpty());
    }

    /** {@code null} for {@code null}. */
    static Map<String, ?> copy(Map<String, ?> map) {
        if (map == null) return null;
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put(name, Json.copy(value)));
        return Collections.unmodifiableMap(copy);
    }
}
