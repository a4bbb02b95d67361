// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/** What the server answers with as {@code BeforeAndAfter}. */
public final class BeforeAndAfter extends Model {

    private BeforeAndAfter(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static BeforeAndAfter fromJson(Object json) {
        return new BeforeAndAfter(json);
    }

    /**
     * As the API tells it; null: it did not exist.
     *
     * @return any JSON; {@code null} where there is none
     */
    public Object before() {
        return json("before");
    }

    /**
     * As the API tells it; null: it exists no more.
     *
     * @return any JSON; {@code null} where there is none
     */
    public Object after() {
        return json("after");
    }

    /**
     * Who did it.
     *
     * @return {@code author}
     */
    public String author() {
        return text("author");
    }
}
