package dev.dream.sdk.internal;

import dev.dream.sdk.Paged;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.errors.ConfigurationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list that is asked for when it is read.
 *
 * @param <T> what an item is
 * @param <P> what a page is
 */
public final class PagedCalls<T, P> implements Paged<T, P> {

    private final Pages pages;
    private final Function<Object, T> item;
    private final Function<Object, P> page;

    /**
     * A list that was not asked for yet.
     *
     * @param pages as they came
     * @param item the decoder of an item
     * @param page the decoder of a page
     */
    public PagedCalls(Pages pages, Function<Object, T> item, Function<Object, P> page) {
        this.pages = pages;
        this.item = item;
        this.page = page;
    }

    @Override
    public P first() {
        return decoded(pages.first());
    }

    @Override
    public Iterable<P> pages() {
        return () -> new Mapped<>(pages.all(), this::decoded);
    }

    @Override
    public Iterator<T> iterator() {
        return new Items<>(pages.all(), item);
    }

    @Override
    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    public List<T> toList(int max) {
        if (max < 0) throw new ConfigurationException("max must be a whole number, 0 or more");
        List<T> items = new ArrayList<>();
        Iterator<T> each = iterator();
        // In this order: what is beyond the last is not asked for.
        while (items.size() < max && each.hasNext()) items.add(each.next());
        return Collections.unmodifiableList(items);
    }

    private P decoded(RawAnswer<JsonAnswer> answer) {
        return JsonReaders.decoded(answer, page).value();
    }

    private record Mapped<A, B>(Iterator<A> from, Function<A, B> by) implements Iterator<B> {
        @Override
        public boolean hasNext() {
            return from.hasNext();
        }

        @Override
        public B next() {
            return by.apply(from.next());
        }
    }
}
