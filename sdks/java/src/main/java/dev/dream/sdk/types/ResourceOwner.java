// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class ResourceOwner extends OpenChoice {

    /** {@code files} */
    public static final ResourceOwner FILES = new ResourceOwner("files", true);
    /** {@code api} */
    public static final ResourceOwner API = new ResourceOwner("api", true);
    private static final List<ResourceOwner> KNOWN = List.of(FILES, API);

    private ResourceOwner(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static ResourceOwner of(String value) {
        return among(KNOWN, new ResourceOwner(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static ResourceOwner fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<ResourceOwner> known() {
        return KNOWN;
    }
}
