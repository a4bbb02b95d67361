// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.Map;
import java.util.Optional;

/** What the server answers with as {@code ChangedSettings}. */
public final class ChangedSettings extends Model {

    private ChangedSettings(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static ChangedSettings fromJson(Object json) {
        return new ChangedSettings(json);
    }

    /**
     * The field {@code before}.
     *
     * @return {@code before}; empty where there is none
     */
    public Optional<Map<String, Object>> before() {
        return optionalMap("before", Decoders.JSON);
    }

    /**
     * The field {@code after}.
     *
     * @return {@code after}
     */
    public EnvironmentSettings after() {
        return object("after", TypeDecoders.environmentSettings());
    }
}
