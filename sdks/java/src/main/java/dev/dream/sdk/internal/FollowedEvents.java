package dev.dream.sdk.internal;

import dev.dream.sdk.Abort;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.ServerEvent;
import dev.dream.sdk.errors.AbortedException;
import dev.dream.sdk.errors.ConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Events of one connection after the other, until one is refused or the server says by 204 that there will be no more.
 */
final class FollowedEvents implements Iterator<ServerEvent> {

    private static final Duration USUAL_WAIT = Duration.ofSeconds(1);

    private final Call call;
    private final Abort closing;
    private final byte[] buffer = new byte[8192];
    private final Deque<ServerEvent> ready = new ArrayDeque<>();
    private OpenBody body;
    private EventParser parser = new EventParser("");
    private Duration reconnectAfter = USUAL_WAIT;
    private int emptyInARow;
    private boolean isOver;

    /** {@code opened} is a connection to begin with, or {@code null}. */
    FollowedEvents(Call call, Abort closing, OpenBody opened) {
        this.call = call;
        this.closing = closing;
        if (opened != null) begin(opened);
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !isOver) advance();
        return !ready.isEmpty() && !closing.isAborted();
    }

    @Override
    public ServerEvent next() {
        if (!hasNext()) throw new NoSuchElementException();
        return ready.remove();
    }

    private void advance() {
        try {
            if (body == null) open();
            else read();
        } catch (AbortedException ended) {
            end();
            // Whoever closes the stream knows that it ends.
            if (!closing.isAborted()) throw ended;
        } catch (RuntimeException thrown) {
            end();
            throw thrown;
        }
    }

    private void open() {
        RawAnswer<OpenBody> answer = call.from(parser.lastEventId()).send(StreamReaders.EVENTS);
        begin(answer.value());
    }

    private void begin(OpenBody opened) {
        body = opened;
        parser = new EventParser(parser.lastEventId());
        emptyInARow += 1;
    }

    private void read() {
        int count = pieceOrEnd();
        if (count < 0) {
            reconnect();
            return;
        }
        ready.addAll(parser.read(buffer, count));
        if (!ready.isEmpty()) emptyInARow = 0;
    }

    /** -1 also where the connection broke off: the stream goes on with another. */
    private int pieceOrEnd() {
        try {
            return body.read(buffer, 0, buffer.length);
        } catch (ConnectionException brokenOff) {
            return -1;
        }
    }

    private void reconnect() {
        boolean isLast = body.status() == 204;
        body.close();
        body = null;
        if (isLast) {
            isOver = true;
            return;
        }
        Duration longest = call.engine().maxRetryDelay();
        reconnectAfter = parser.reconnectAfter().orElse(reconnectAfter);
        // A server that closes at once, and asks for no wait, would be asked without a pause.
        Duration backOff =
            emptyInARow == 0
                ? Duration.ZERO
                : Retries.delay(emptyInARow, Optional.empty(), longest).orElse(Duration.ZERO);
        Waiting.wait(Durations.longer(backOff, Durations.shorter(reconnectAfter, longest)), aborts());
    }

    private List<Abort> aborts() {
        List<Abort> all = new ArrayList<>(call.engine().endings());
        all.add(closing);
        if (call.options().abort() != null) all.add(call.options().abort());
        return all;
    }

    private void end() {
        isOver = true;
        if (body != null) body.close();
        body = null;
    }
}
