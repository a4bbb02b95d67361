// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;

/** What the server answers with as {@code VersionedRuleset}. */
public final class VersionedRuleset extends Model {

    private VersionedRuleset(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static VersionedRuleset fromJson(Object json) {
        return new VersionedRuleset(json);
    }

    /**
     * Of the rules: the same for as long as they say the same.
     *
     * @return {@code version}
     */
    public String version() {
        return text("version");
    }

    /**
     * The field {@code ruleset}.
     *
     * @return {@code ruleset}
     */
    public Ruleset ruleset() {
        return object("ruleset", TypeDecoders.ruleset());
    }
}
