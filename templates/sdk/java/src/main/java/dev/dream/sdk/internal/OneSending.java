package dev.dream.sdk.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * No body, for one sending. The HTTP client of the JDK sends a {@code GET} a second time by itself where a connection
 * was closed before an answer came, whatever {@code maxRetries} says and without telling any hook. It asks for the
 * length of the body at each sending, so the second one ends here; whether there is another is for the retries to say.
 */
final class OneSending implements HttpRequest.BodyPublisher {

    private final HttpRequest.BodyPublisher nothing = HttpRequest.BodyPublishers.noBody();
    private final AtomicBoolean isSent = new AtomicBoolean();

    /**
     * Always 0.
     *
     * @throws UncheckedIOException where it was asked for before
     */
    @Override
    public long contentLength() {
        if (isSent.compareAndSet(false, true)) return 0;
        throw new UncheckedIOException(new IOException("The connection was closed before an answer came"));
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        nothing.subscribe(subscriber);
    }
}
