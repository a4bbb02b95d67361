package dev.dream.sdk;

import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Events as they happen. The stream is opened when it is iterated over, and opened again from where it was when its
 * connection ends; each iteration is a stream of its own. {@link #close()} ends all of them: an iteration that is left
 * before its end keeps its connection until then.
 *
 * <pre>{@code
 * try (EventStream events = dream.events().stream()) {
 *     for (ServerEvent event : events) System.out.println(event.data());
 * }
 * }</pre>
 */
public interface EventStream extends Iterable<ServerEvent>, AutoCloseable {
    /**
     * Opens the stream when the first event is asked for.
     *
     * @return waits for the next event; ends when the server says that there will be none, or when the stream is closed
     */
    @Override
    Iterator<ServerEvent> iterator();

    /**
     * The events as a stream of Java.
     *
     * @return in the order of the server; closing it closes this
     */
    Stream<ServerEvent> stream();

    /** Ends all iterations and lets their connections go. */
    @Override
    void close();
}
