package dev.dream.sdk.core;

import dev.dream.sdk.Params;
import dev.dream.sdk.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one call gives to its operation.
 *
 * @param path by the names in the route
 * @param query by the names of the parameters
 * @param body what {@link dev.dream.sdk.json.Json#write(Object)} takes
 * @param hasBody whether there is a body at all
 */
public record Input(Map<String, Object> path, Map<String, Object> query, Object body, boolean hasBody) {
    private static final Input NONE = new Input(Map.of(), Map.of(), null, false);

    /**
     * Nothing yet.
     *
     * @return an input without anything
     */
    public static Input none() {
        return NONE;
    }

    /**
     * The same with one parameter of the path more.
     *
     * @param name as it stands in the route
     * @param value a text or a whole number
     * @return another input
     */
    public Input path(String name, Object value) {
        return new Input(with(path, name, value), query, body, hasBody);
    }

    /**
     * The same with a query.
     *
     * @param params the parameters, or {@code null} for none
     * @return another input
     */
    public Input query(Params params) {
        return new Input(path, params == null ? Map.of() : params.toJson(), body, hasBody);
    }

    /**
     * The same with a body.
     *
     * @param value what can be written as JSON, of which a copy is kept; {@code null} is no body
     * @return another input
     */
    public Input body(Object value) {
        // That of a list is written anew for each page. Params cannot change.
        Object lasting = value instanceof Params ? value : Json.copy(value);
        return new Input(path, query, lasting, value != null);
    }

    /**
     * The same, its query differing in one parameter.
     *
     * @param name of the parameter
     * @param value its value
     * @return another input
     */
    public Input at(String name, Object value) {
        return new Input(path, with(query, name, value), body, hasBody);
    }

    /** The names of the parameters: their values, and the body, may be secrets. */
    @Override
    public String toString() {
        return "Input[path=" + path.keySet() + ", query=" + query.keySet() + ", hasBody=" + hasBody + "]";
    }

    private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(map);
        all.put(name, value);
        return all;
    }
}
