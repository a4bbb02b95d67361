package dev.dream.sdk.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The body of an answer as it comes. That of the JDK goes on waiting when its thread is interrupted; this one ends.
 * One thread reads, any may close.
 */
final class ReceivedBody extends InputStream implements HttpResponse.BodySubscriber<InputStream> {

    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> unread = new ArrayDeque<>();
    private Flow.Subscription subscription;
    private boolean isClosed;
    private Part last;

    /** Some bytes, or what they ended with. */
    private record Part(List<ByteBuffer> bytes, boolean isLast, Throwable failure) {}

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        synchronized (this) {
            this.subscription = subscription;
            if (!isClosed) subscription.request(1);
        }
        if (isClosed()) subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        parts.add(new Part(bytes, false, null));
    }

    @Override
    public void onError(Throwable failure) {
        parts.add(new Part(List.of(), true, failure));
    }

    @Override
    public void onComplete() {
        parts.add(new Part(List.of(), true, null));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int at, int length) throws IOException {
        if (length == 0) return 0;
        while (unread.isEmpty()) {
            if (last == null) receive();
            else if (last.failure() == null) return -1;
            else throw new IOException(last.failure());
        }
        ByteBuffer first = unread.element();
        int count = Math.min(length, first.remaining());
        first.get(bytes, at, count);
        if (!first.hasRemaining()) unread.remove();
        return count;
    }

    /** Ends the waiting of whoever reads; lets the connection go where not all has come. */
    @Override
    public void close() {
        Flow.Subscription ended;
        synchronized (this) {
            isClosed = true;
            ended = subscription;
        }
        if (ended != null) ended.cancel();
        onError(new IOException("The body was closed"));
    }

    private synchronized boolean isClosed() {
        return isClosed;
    }

    private void receive() throws IOException {
        Part part;
        try {
            part = parts.take();
        } catch (InterruptedException interrupted) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The thread was interrupted");
        }
        for (ByteBuffer one : part.bytes()) if (one.hasRemaining()) unread.add(one);
        if (part.isLast()) last = part;
        else askForMore();
    }

    private synchronized void askForMore() {
        if (!isClosed) subscription.request(1);
    }
}
