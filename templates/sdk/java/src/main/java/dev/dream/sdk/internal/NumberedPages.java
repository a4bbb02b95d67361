package dev.dream.sdk.internal;

import dev.dream.sdk.RawAnswer;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/** From the page that the query names, else the first. */
final class NumberedPages implements Iterator<RawAnswer<JsonAnswer>> {

    private final Call call;
    private RawAnswer<JsonAnswer> last;
    private long number;

    NumberedPages(Call call) {
        this.call = call;
        number = call.input().query().get("page") instanceof Number given ? given.longValue() : 1;
    }

    @Override
    public boolean hasNext() {
        if (last == null) return true;
        Object pagination = ((Map<?, ?>) last.value().json()).get("pagination");
        // An empty page is no end: what it held may be hidden from the caller.
        if (pagination == null) return false;
        Object goesOn = pagination instanceof Map<?, ?> fields ? fields.get("hasNext") : null;
        if (goesOn instanceof Boolean known) return known;
        // Ending without a word would be taken for the end of the list.
        throw JsonReaders.formless(last, "pagination.hasNext of a list is not of its form");
    }

    @Override
    public RawAnswer<JsonAnswer> next() {
        if (!hasNext()) throw new NoSuchElementException();
        if (last != null) number += 1;
        last = (last == null ? call : call.at("page", number)).send(JsonReaders.LIST);
        return last;
    }
}
