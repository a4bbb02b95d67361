// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/** What the server answers with as {@code RulesetPatch}. */
public final class RulesetPatch extends Model {

    private RulesetPatch(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static RulesetPatch fromJson(Object json) {
        return new RulesetPatch(json);
    }

    /**
     * The field {@code format}.
     *
     * @return {@code format}
     */
    public long format() {
        return integer("format");
    }

    /**
     * Of the rules: the same for as long as they say the same.
     *
     * @return {@code from}
     */
    public String from() {
        return text("from");
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
     * The field {@code revision}.
     *
     * @return {@code revision}
     */
    public long revision() {
        return integer("revision");
    }

    /**
     * The field {@code madeAt}.
     *
     * @return {@code madeAt}
     */
    public long madeAt() {
        return integer("madeAt");
    }
}
