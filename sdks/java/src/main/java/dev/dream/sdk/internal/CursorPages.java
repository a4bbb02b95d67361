package dev.dream.sdk.internal;

import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.errors.PaginationException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** From the cursor that the query names, else the beginning. */
final class CursorPages implements Iterator<RawAnswer<JsonAnswer>> {

    private final Call call;
    private final String parameter;
    private final Set<Object> seen = new HashSet<>();
    private RawAnswer<JsonAnswer> last;

    CursorPages(Call call) {
        this.call = call;
        parameter = call.operation().cursorParameter();
        seen.add(call.input().query().get(parameter));
    }

    @Override
    public boolean hasNext() {
        return last == null || cursor() != null;
    }

    @Override
    public RawAnswer<JsonAnswer> next() {
        if (last == null) {
            last = call.send(JsonReaders.LIST);
            return last;
        }
        String cursor = cursor();
        if (cursor == null) throw new NoSuchElementException();
        last = call.at(parameter, cursor).send(JsonReaders.LIST);
        seen.add(cursor);
        return last;
    }

    /** Where the next part begins; {@code null} where there is none. */
    private String cursor() {
        Map<?, ?> part = (Map<?, ?>) last.value().json();
        Object cursor = part.get("nextCursor");
        Object hasMore = part.get("hasMore");
        boolean goesOn = Boolean.TRUE.equals(hasMore) || cursor != null;
        if (Boolean.FALSE.equals(hasMore) || !goesOn) return null;
        // Ending without a word would be taken for the end of the list.
        if (!(cursor instanceof String text)) throw JsonReaders.formless(
            last,
            "nextCursor of a list is not of its form"
        );
        if (!seen.contains(text)) return text;
        throw new PaginationException("The list gave a cursor that it had given before; it would never end");
    }
}
