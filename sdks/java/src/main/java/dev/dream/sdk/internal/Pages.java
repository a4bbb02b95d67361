package dev.dream.sdk.internal;

import dev.dream.sdk.RawAnswer;
import java.util.Iterator;
import java.util.function.Supplier;

/** The pages of a list as they came. */
public final class Pages {

    private final Supplier<RawAnswer<JsonAnswer>> first;
    private final Supplier<Iterator<RawAnswer<JsonAnswer>>> all;

    private Pages(Supplier<RawAnswer<JsonAnswer>> first, Supplier<Iterator<RawAnswer<JsonAnswer>>> all) {
        this.first = first;
        this.all = all;
    }

    /**
     * Pages with numbers.
     *
     * @param call asks for the first
     * @return asks when they are read
     */
    public static Pages byNumber(Call call) {
        return new Pages(() -> call.send(JsonReaders.LIST), () -> new NumberedPages(call));
    }

    /**
     * Parts, each of which says where the next begins.
     *
     * @param call asks for the first
     * @return asks when they are read
     */
    public static Pages byCursor(Call call) {
        return new Pages(() -> call.send(JsonReaders.LIST), () -> new CursorPages(call));
    }

    RawAnswer<JsonAnswer> first() {
        return first.get();
    }

    /** Asks for each page when it is wanted, and for none before. */
    Iterator<RawAnswer<JsonAnswer>> all() {
        return all.get();
    }
}
