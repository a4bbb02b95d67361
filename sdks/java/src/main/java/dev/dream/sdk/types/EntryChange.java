// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;

/** What the server answers with as {@code EntryChange}. */
public final class EntryChange extends Model {

    private EntryChange(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static EntryChange fromJson(Object json) {
        return new EntryChange(json);
    }

    /**
     * The field {@code action}.
     *
     * @return {@code action}
     */
    public String action() {
        return text("action");
    }

    /**
     * The field {@code resource}.
     *
     * @return {@code resource}
     */
    public EntryResource resource() {
        return object("resource", TypeDecoders.entryResource());
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
