package dev.dream.sdk.internal;

import dev.dream.sdk.RawAnswer;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** The items of one page after the other. */
final class Items<T> implements Iterator<T> {

    private final Iterator<RawAnswer<JsonAnswer>> pages;
    private final Function<Object, T> decoder;
    private RawAnswer<JsonAnswer> page;
    private Iterator<?> items = Collections.emptyIterator();

    Items(Iterator<RawAnswer<JsonAnswer>> pages, Function<Object, T> decoder) {
        this.pages = pages;
        this.decoder = decoder;
    }

    @Override
    public boolean hasNext() {
        while (!items.hasNext() && pages.hasNext()) {
            page = pages.next();
            items =
                page.value().json() instanceof Map<?, ?> all && all.get("data") instanceof List<?> list
                    ? list.iterator()
                    : Collections.emptyIterator();
        }
        return items.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) throw new NoSuchElementException();
        Object item = items.next();
        return JsonReaders.decoded(about(item), decoder).value();
    }

    private RawAnswer<JsonAnswer> about(Object item) {
        JsonAnswer json = new JsonAnswer(item != null, item, page.value().redaction());
        return new RawAnswer<>(json, page.status(), page.headers(), page.requestId(), page.attempts());
    }
}
