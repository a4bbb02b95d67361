package dev.dream.sdk.flags;

import dev.dream.sdk.flags.evaluation.ContextReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who asks: a user, a tenant, a device or whatever else, each with a key and attributes, several at once if need be.
 * Attributes are texts, numbers, booleans, lists, maps and moments ({@link java.time.Instant} and its like). Nothing
 * here throws; what cannot be read makes a context that is answered with {@link FlagErrorCode#INVALID_CONTEXT}.
 */
public final class FlagContext {

    private static final FlagContext NOBODY = new FlagContext(Map.of());

    /** Null where it could not be read. */
    private final Map<String, Object> given;

    private final boolean isByKind;

    private FlagContext(Map<String, Object> given) {
        this.given = given;
        this.isByKind = given != null && isByKind(given);
    }

    /** {@return a context of which nothing is known} */
    public static FlagContext nobody() {
        return NOBODY;
    }

    /**
     * A user of whom nothing else is known.
     *
     * @param key identifies the user
     * @return the context
     */
    public static FlagContext user(String key) {
        return of("user", key, Map.of());
    }

    /**
     * A user.
     *
     * @param key identifies the user
     * @param attributes by name
     * @return the context
     */
    public static FlagContext user(String key, Map<String, ?> attributes) {
        return of("user", key, attributes);
    }

    /**
     * A tenant of which nothing else is known.
     *
     * @param key identifies the tenant
     * @return the context
     */
    public static FlagContext tenant(String key) {
        return of("tenant", key, Map.of());
    }

    /**
     * A tenant.
     *
     * @param key identifies the tenant
     * @param attributes by name
     * @return the context
     */
    public static FlagContext tenant(String key, Map<String, ?> attributes) {
        return of("tenant", key, attributes);
    }

    /**
     * A device.
     *
     * @param key identifies the device
     * @param attributes by name
     * @return the context
     */
    public static FlagContext device(String key, Map<String, ?> attributes) {
        return of("device", key, attributes);
    }

    /**
     * Of a kind of the project's own.
     *
     * @param kind as a ContextKind names it
     * @param key identifies it among others of its kind
     * @param attributes by name
     * @return the context
     */
    public static FlagContext of(String kind, String key, Map<String, ?> attributes) {
        Map<String, Object> all = copy(attributes == null ? Map.of() : attributes);
        if (all == null || kind == null) return new FlagContext(null);
        if (key != null) all.put("key", key);
        Map<String, Object> kinds = new LinkedHashMap<>();
        kinds.put(kind, Collections.unmodifiableMap(all));
        return new FlagContext(kinds);
    }

    /**
     * As a map, in any of three forms: by kind ({@code {user: {key: "ada"}}}), flat as OpenFeature's ({@code
     * {targetingKey: "ada", email: …}}), or marked with {@code kind} as LaunchDarkly's. All give the same answer.
     *
     * @param context not to be changed afterwards below its first level
     * @return the context
     */
    public static FlagContext of(Map<String, ?> context) {
        return context == null ? NOBODY : new FlagContext(copy(context));
    }

    /**
     * Several at once. Of two of the same kind the later one holds, as a whole.
     *
     * @param contexts each made by one of the other methods
     * @return the context
     */
    public static FlagContext multi(FlagContext... contexts) {
        if (contexts == null) return NOBODY;
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (FlagContext context : contexts) {
            if (context == null) continue;
            if (context.given == null) return context;
            kinds.putAll(context.given);
        }
        return new FlagContext(kinds);
    }

    /**
     * A builder of several kinds.
     *
     * @return an empty one
     */
    public static FlagContextBuilder builder() {
        return new FlagContextBuilder();
    }

    /** By kind; what is no map is no context. */
    Object asked(Supplier<Set<String>> kinds) {
        if (given == null) return this;
        if (isByKind) return given;
        try {
            Map<String, Object> read = ContextReader.read(given, kinds.get());
            return read == null ? this : read;
        } catch (Throwable failure) {
            return this;
        }
    }

    private static boolean isByKind(Map<String, Object> given) {
        try {
            return ContextReader.isByKind(given);
        } catch (Throwable failure) {
            // What fails while it is read fails again when it is asked for, and is answered there.
            return false;
        }
    }

    /** Null where the map fails, with whatever: other languages throw what Java would have declared. */
    private static Map<String, Object> copy(Map<String, ?> map) {
        try {
            return new LinkedHashMap<>(map);
        } catch (Throwable failure) {
            return null;
        }
    }
}
