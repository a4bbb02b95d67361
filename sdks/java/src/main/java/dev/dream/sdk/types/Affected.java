// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code Affected}. */
public final class Affected extends Model {

    private Affected(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Affected fromJson(Object json) {
        return new Affected(json);
    }

    /**
     * The field {@code name}.
     *
     * @return {@code name}
     */
    public String name() {
        return text("name");
    }

    /**
     * The field {@code tenant}.
     *
     * @return {@code tenant}; empty where there is none
     */
    public Optional<String> tenant() {
        return optionalText("tenant");
    }

    /**
     * The field {@code subject}.
     *
     * @return {@code subject}; empty where there is none
     */
    public Optional<AffectedSubject> subject() {
        return optionalObject("subject", TypeDecoders.affectedSubject());
    }

    /**
     * The field {@code resource}.
     *
     * @return {@code resource}; empty where there is none
     */
    public Optional<AffectedResource> resource() {
        return optionalObject("resource", TypeDecoders.affectedResource());
    }

    /**
     * The field {@code lost}.
     *
     * @return {@code lost}; empty where there is none
     */
    public Optional<List<String>> lost() {
        return optionalList("lost", Decoders.TEXT);
    }

    /**
     * The field {@code gained}.
     *
     * @return {@code gained}; empty where there is none
     */
    public Optional<List<String>> gained() {
        return optionalList("gained", Decoders.TEXT);
    }

    /**
     * The field {@code changed}.
     *
     * @return {@code changed}; empty where there is none
     */
    public Optional<List<String>> changed() {
        return optionalList("changed", Decoders.TEXT);
    }

    /**
     * The field {@code before}.
     *
     * @return any JSON; {@code null} where there is none
     */
    public Object before() {
        return json("before");
    }

    /**
     * The field {@code after}.
     *
     * @return any JSON; {@code null} where there is none
     */
    public Object after() {
        return json("after");
    }
}
