// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/** What the server answers with as {@code RulesetVersion}. */
public final class RulesetVersion extends Model {

    private RulesetVersion(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static RulesetVersion fromJson(Object json) {
        return new RulesetVersion(json);
    }

    /**
     * Of the rules: the same for as long as they say the same.
     *
     * @return {@code version}
     */
    public String version() {
        return text("version");
    }
}
