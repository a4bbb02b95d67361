// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;

/** What the server answers with as {@code SubjectFacts}. */
public final class SubjectFacts extends Model {

    private SubjectFacts(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static SubjectFacts fromJson(Object json) {
        return new SubjectFacts(json);
    }

    /**
     * The field {@code type}.
     *
     * @return {@code type}
     */
    public String type() {
        return text("type");
    }

    /**
     * The field {@code id}.
     *
     * @return {@code id}
     */
    public String id() {
        return text("id");
    }

    /**
     * The field {@code standing}.
     *
     * @return {@code standing}
     */
    public SubjectFactsStanding standing() {
        return object("standing", TypeDecoders.subjectFactsStanding());
    }

    /**
     * The field {@code roles}.
     *
     * @return {@code roles}
     */
    public List<String> roles() {
        return list("roles", Decoders.TEXT);
    }
}
