// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;

/** What the server answers with as {@code EnvironmentSettings}. */
public final class EnvironmentSettings extends Model {

    private EnvironmentSettings(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static EnvironmentSettings fromJson(Object json) {
        return new EnvironmentSettings(json);
    }

    /**
     * The field {@code mode}.
     *
     * @return {@code mode}
     */
    public ApiKeyMode mode() {
        return object("mode", TypeDecoders.apiKeyMode());
    }

    /**
     * The field {@code protect}.
     *
     * @return {@code protect}
     */
    public boolean protect() {
        return bool("protect");
    }

    /**
     * The field {@code guardrails}.
     *
     * @return {@code guardrails}
     */
    public Guardrails guardrails() {
        return object("guardrails", TypeDecoders.guardrails());
    }
}
