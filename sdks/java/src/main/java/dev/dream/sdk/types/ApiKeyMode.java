// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.OpenChoice;
import java.util.List;

/** One of these texts, or one that this SDK has not heard of. */
public final class ApiKeyMode extends OpenChoice {

    /** {@code test} */
    public static final ApiKeyMode TEST = new ApiKeyMode("test", true);
    /** {@code live} */
    public static final ApiKeyMode LIVE = new ApiKeyMode("live", true);
    private static final List<ApiKeyMode> KNOWN = List.of(TEST, LIVE);

    private ApiKeyMode(String value, boolean isKnown) {
        super(value, isKnown);
    }

    /**
     * The one with this text: one that is known is always the same.
     *
     * @param value as the server writes it
     * @return it, whether this SDK knows it or not
     */
    public static ApiKeyMode of(String value) {
        return among(KNOWN, new ApiKeyMode(value, false));
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whether this SDK knows it or not
     * @throws dev.dream.sdk.errors.ResponseException where it is no text
     */
    public static ApiKeyMode fromJson(Object json) {
        return of(text(json));
    }

    /**
     * Those that this SDK knows.
     *
     * @return cannot be changed
     */
    public static List<ApiKeyMode> known() {
        return KNOWN;
    }
}
