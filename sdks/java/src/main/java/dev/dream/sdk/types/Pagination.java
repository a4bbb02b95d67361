// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;

/** What the server answers with as {@code Pagination}. */
public final class Pagination extends Model {

    private Pagination(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Pagination fromJson(Object json) {
        return new Pagination(json);
    }

    /**
     * The field {@code page}.
     *
     * @return {@code page}
     */
    public long page() {
        return integer("page");
    }

    /**
     * The field {@code pageSize}.
     *
     * @return {@code pageSize}
     */
    public long pageSize() {
        return integer("pageSize");
    }

    /**
     * The field {@code totalItems}.
     *
     * @return {@code totalItems}
     */
    public long totalItems() {
        return integer("totalItems");
    }

    /**
     * The field {@code totalPages}.
     *
     * @return {@code totalPages}
     */
    public long totalPages() {
        return integer("totalPages");
    }

    /**
     * The field {@code hasNext}.
     *
     * @return {@code hasNext}
     */
    public boolean hasNext() {
        return bool("hasNext");
    }

    /**
     * The field {@code hasPrevious}.
     *
     * @return {@code hasPrevious}
     */
    public boolean hasPrevious() {
        return bool("hasPrevious");
    }
}
