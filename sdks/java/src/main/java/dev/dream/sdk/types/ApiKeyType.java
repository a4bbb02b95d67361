// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class ApiKeyType extends OpenChoice {

    /** {@code secret} */
    public static final ApiKeyType SECRET = new ApiKeyType("secret", true);
    /** {@code publishable} */
    public static final ApiKeyType PUBLISHABLE = new ApiKeyType("publishable", true);
    private static final List<ApiKeyType> KNOWN = List.of(SECRET, PUBLISHABLE);

    private ApiKeyType(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static ApiKeyType of(String value) {
        return among(KNOWN, new ApiKeyType(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static ApiKeyType fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<ApiKeyType> known() {
        return KNOWN;
    }
}
