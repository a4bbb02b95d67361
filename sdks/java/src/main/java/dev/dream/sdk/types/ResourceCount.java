// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/** What the server answers with as {@code ResourceCount}. */
public final class ResourceCount extends Model {

    private ResourceCount(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static ResourceCount fromJson(Object json) {
        return new ResourceCount(json);
    }

    /**
     * The field {@code kind}.
     *
     * @return {@code kind}
     */
    public String kind() {
        return text("kind");
    }

    /**
     * The field {@code files}.
     *
     * @return {@code files}
     */
    public long files() {
        return integer("files");
    }

    /**
     * The field {@code api}.
     *
     * @return {@code api}
     */
    public long api() {
        return integer("api");
    }
}
