package dev.dream.sdk;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list. Iterated over, it is every item, further pages being asked for as they are needed. Each iteration begins
 * anew, and nothing is sent before it does.
 *
 * @param <T> what an item is
 * @param <P> what a page is
 */
public interface Paged<T, P> extends Iterable<T> {
    /**
     * Asks for the first page.
     *
     * @return the page
     */
    P first();

    /**
     * Page by page.
     *
     * @return asks for each page when it is wanted
     */
    Iterable<P> pages();

    /**
     * Every item.
     *
     * @return asks for each page when its first item is wanted
     */
    @Override
    Iterator<T> iterator();

    /**
     * Every item, by the name that SDKs have for this in Java; the list itself is the same.
     *
     * @return asks for each page when its first item is wanted
     */
    default Iterable<T> autoPagingIterable() {
        return this;
    }

    /**
     * The items as a stream of Java.
     *
     * @return asks for each page when its first item is wanted
     */
    Stream<T> stream();

    /**
     * All items, but not more than there is memory for.
     *
     * @param max how many at most
     * @return the items; cannot be changed
     * @throws dev.dream.sdk.errors.ConfigurationException where {@code max} is negative
     */
    List<T> toList(int max);
}
