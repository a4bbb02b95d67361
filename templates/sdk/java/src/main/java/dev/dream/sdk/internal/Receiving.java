package dev.dream.sdk.internal;

import java.io.Closeable;
import java.io.InputStream;
import java.net.http.HttpResponse;

/**
 * Takes the body of an answer, unless it was closed before. A request that is called off may be answered all the same,
 * and nobody else would close that answer: its connection would stay open for ever.
 */
final class Receiving implements HttpResponse.BodyHandler<InputStream>, Closeable {

    private ReceivedBody body;
    private boolean isClosed;

    @Override
    public HttpResponse.BodySubscriber<InputStream> apply(HttpResponse.ResponseInfo head) {
        ReceivedBody next = new ReceivedBody();
        boolean isLate;
        synchronized (this) {
            body = next;
            isLate = isClosed;
        }
        if (isLate) next.close();
        return next;
    }

    @Override
    public void close() {
        ReceivedBody closed;
        synchronized (this) {
            isClosed = true;
            closed = body;
        }
        if (closed != null) closed.close();
    }
}
