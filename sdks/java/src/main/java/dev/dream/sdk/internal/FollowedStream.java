package dev.dream.sdk.internal;

import dev.dream.sdk.Abort;
import dev.dream.sdk.EventStream;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.ServerEvent;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A stream of events that is opened when it is iterated over. */
public final class FollowedStream implements EventStream {

    private final Abort closing = Abort.create();
    private final AtomicReference<OpenBody> opened = new AtomicReference<>();
    private final Call call;

    /**
     * A stream that is not open yet.
     *
     * @param call opens it
     */
    public FollowedStream(Call call) {
        this.call = call.endedBy(closing);
    }

    /**
     * A stream that is open already.
     *
     * @param call opens it
     * @return the answer that opened it
     */
    public static RawAnswer<EventStream> open(Call call) {
        FollowedStream stream = new FollowedStream(call);
        RawAnswer<OpenBody> answer = stream.call.send(StreamReaders.EVENTS);
        stream.opened.set(answer.value());
        return new RawAnswer<>(stream, answer.status(), answer.headers(), answer.requestId(), answer.attempts());
    }

    @Override
    public Iterator<ServerEvent> iterator() {
        return new FollowedEvents(call, closing, opened.getAndSet(null));
    }

    @Override
    public Stream<ServerEvent> stream() {
        return StreamSupport.stream(spliterator(), false).onClose(this::close);
    }

    @Override
    public void close() {
        closing.abort();
        OpenBody unread = opened.getAndSet(null);
        if (unread != null) unread.close();
    }
}
