// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code ResourceChange}. */
public final class ResourceChange extends Model {

    private ResourceChange(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static ResourceChange fromJson(Object json) {
        return new ResourceChange(json);
    }

    /**
     * The field {@code key}.
     *
     * @return {@code key}
     */
    public String key() {
        return text("key");
    }

    /**
     * The key it had before, where that was another.
     *
     * @return {@code renamedFrom}; empty where there is none
     */
    public Optional<String> renamedFrom() {
        return optionalText("renamedFrom");
    }

    /**
     * Null: it did not exist.
     *
     * @return {@code beforeHash}; empty where there is none
     */
    public Optional<String> beforeHash() {
        return optionalText("beforeHash");
    }

    /**
     * Null: it exists no more.
     *
     * @return {@code afterHash}; empty where there is none
     */
    public Optional<String> afterHash() {
        return optionalText("afterHash");
    }

    /**
     * Which fields are others now, as JSON pointers; never what they say.
     *
     * @return {@code fields}
     */
    public List<String> fields() {
        return list("fields", Decoders.TEXT);
    }

    /**
     * The field {@code author}.
     *
     * @return {@code author}
     */
    public String author() {
        return text("author");
    }

    /**
     * The field {@code revision}.
     *
     * @return {@code revision}
     */
    public long revision() {
        return integer("revision");
    }
}
