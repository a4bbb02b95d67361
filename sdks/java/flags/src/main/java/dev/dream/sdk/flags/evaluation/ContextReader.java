package dev.dream.sdk.flags.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads who asks, in any of three forms: ours, by kind ({@code {user: {key: "ada"}, tenant: {key: "acme"}}});
 * OpenFeature's, flat ({@code {targetingKey: "ada", email: …, tenant: {…}}}: what is not the object of a kind is the
 * user's); and LaunchDarkly's ({@code {kind: "multi", user: {…}}} or {@code {kind: "user", key: "ada"}}). All give the
 * same answer.
 */
public final class ContextReader {

    private static final Pattern KIND = Pattern.compile("[a-z][A-Za-z0-9_-]*");
    /** Those that need not be declared. */
    private static final Set<String> USUAL = Set.of("user", "tenant", "device");

    private static final String TARGETING_KEY = "targetingKey";

    private final Set<String> kinds;

    private ContextReader(Set<String> kinds) {
        this.kinds = kinds;
    }

    /**
     * A context by kind.
     *
     * @param input in any of the forms
     * @param kinds the project's own, besides user, tenant and device: in the flat form any other object is an attribute,
     *     unless it has a key
     * @return null where the input is no context
     */
    public static Map<String, Object> read(Map<?, ?> input, Set<String> kinds) {
        return new ContextReader(kinds).read(textNames(input));
    }

    /**
     * Whether a context is by kind already, so that reading it would change nothing.
     *
     * @param context as it was given
     * @return false where in doubt
     */
    public static boolean isByKind(Map<?, ?> context) {
        for (Map.Entry<?, ?> one : context.entrySet()) {
            if (!(one.getKey() instanceof String kind) || kind.equals(TARGETING_KEY)) return false;
            if (!USUAL.contains(kind) && !isKindName(kind)) return false;
            if (one.getValue() == null) continue;
            if (!(one.getValue() instanceof Map<?, ?> attributes)) return false;
            Object key = attributes.get("key");
            if (key != null && !(key instanceof String)) return false;
        }
        return true;
    }

    private static boolean isKindName(String text) {
        return KIND.matcher(text).matches();
    }

    private Map<String, Object> read(Map<String, Object> input) {
        boolean isTargeted = input.containsKey(TARGETING_KEY);
        if (input.get("kind") instanceof String kind && !isTargeted) return readMarked(input, kind);
        Map<String, Object> given = new LinkedHashMap<>(input);
        given.values().removeIf(value -> value == null);
        boolean areUsual = USUAL.containsAll(given.keySet());
        // Whoever names kinds and nothing else means kinds, and has forgotten that each is an object.
        boolean isFlat = isTargeted || (!areUsual && !given.values().stream().allMatch(Map.class::isInstance));
        return isFlat ? readFlat(input) : readByKind(given);
    }

    private static Map<String, Object> readByKind(Map<String, Object> given) {
        Map<String, Object> context = new LinkedHashMap<>();
        for (Map.Entry<String, Object> one : given.entrySet()) {
            String kind = one.getKey();
            if (kind.equals(TARGETING_KEY) || !isKindName(kind)) return null;
            if (!(one.getValue() instanceof Map<?, ?> value)) return null;
            Map<String, Object> attributes = readOne(textNames(value));
            if (attributes == null) return null;
            context.put(kind, attributes);
        }
        return context;
    }

    private Map<String, Object> readFlat(Map<String, Object> input) {
        Map<String, Object> user = new LinkedHashMap<>();
        Map<String, Object> others = new LinkedHashMap<>();
        input.forEach((name, value) -> {
            if (!name.equals(TARGETING_KEY)) (isOfKind(name, value) ? others : user).put(name, value);
        });
        Object targetingKey = input.get(TARGETING_KEY);
        String key = textOfKey(targetingKey);
        if (key == null && targetingKey != null) return null;
        Map<String, Object> byKind = readByKind(others);
        if (byKind == null) return null;
        if (byKind.remove("user") instanceof Map<?, ?> nested) user.putAll(textNames(nested));
        if (key != null) user.put("key", key);
        // A flat `key` is the user's, and a key like any other.
        Map<String, Object> attributes = readOne(user);
        if (attributes == null) return null;
        if (!attributes.isEmpty()) byKind.put("user", attributes);
        return byKind;
    }

    /** What could not be the name of a kind is an attribute, whatever it holds. */
    private boolean isOfKind(String name, Object value) {
        if (!(value instanceof Map<?, ?> members)) return false;
        return (
            USUAL.contains(name) || kinds.contains(name) || (isKindName(name) && textOfKey(members.get("key")) != null)
        );
    }

    /** {@code kind} says what the rest is. {@code _meta} is about reporting, and nothing to a rule. */
    private static Map<String, Object> readMarked(Map<String, Object> input, String kind) {
        Map<String, Object> rest = new LinkedHashMap<>(input);
        rest.remove("kind");
        Map<String, Object> marked = kind.equals("multi") ? rest : new LinkedHashMap<>(Map.of(kind, rest));
        for (Map.Entry<String, Object> one : marked.entrySet()) {
            if (!(one.getValue() instanceof Map<?, ?> members)) continue;
            if (textOfKey(members.get("key")) == null) return null;
            Map<String, Object> attributes = textNames(members);
            attributes.remove("_meta");
            one.setValue(attributes);
        }
        return readByKind(marked);
    }

    /** A number as a key is what its digits say. */
    private static Map<String, Object> readOne(Map<String, Object> attributes) {
        Object given = attributes.get("key");
        String key = textOfKey(given);
        if (given != null && key == null) return null;
        Map<String, Object> all = new LinkedHashMap<>(attributes);
        if (key == null) all.remove("key");
        else all.put("key", key);
        return all;
    }

    private static String textOfKey(Object value) {
        return value instanceof Boolean ? null : Units.of(value);
    }

    /** What JSON could not name is left out. */
    private static Map<String, Object> textNames(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (name instanceof String text) named.put(text, value);
        });
        return named;
    }
}
