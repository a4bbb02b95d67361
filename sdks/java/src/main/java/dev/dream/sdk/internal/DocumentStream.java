package dev.dream.sdk.internal;

import dev.dream.sdk.Abort;
import dev.dream.sdk.ByteStream;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.errors.AbortedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReference;

/** A document that is asked for when it is read. */
public final class DocumentStream implements ByteStream {

    private final Abort closing = Abort.create();
    private final AtomicReference<OpenBody> opened = new AtomicReference<>();
    private final Call call;

    /**
     * A document that was not asked for yet.
     *
     * @param call asks for it
     */
    public DocumentStream(Call call) {
        this.call = call.endedBy(closing);
    }

    /**
     * A document that has begun to come.
     *
     * @param call asks for it
     * @return the answer that brings it
     */
    public static RawAnswer<ByteStream> open(Call call) {
        DocumentStream stream = new DocumentStream(call);
        RawAnswer<OpenBody> answer = stream.call.send(StreamReaders.DOCUMENT);
        stream.opened.set(answer.value());
        return new RawAnswer<>(stream, answer.status(), answer.headers(), answer.requestId(), answer.attempts());
    }

    @Override
    public InputStream inputStream() {
        OpenBody first = opened.getAndSet(null);
        try {
            return new DocumentInput(first == null ? call.send(StreamReaders.DOCUMENT).value() : first, closing);
        } catch (AbortedException ended) {
            // Whoever closes the document knows that it ends.
            if (closing.isAborted()) return InputStream.nullInputStream();
            throw ended;
        }
    }

    @Override
    public byte[] readAllBytes() {
        try (InputStream in = inputStream()) {
            byte[] bytes = in.readAllBytes();
            // Half of it would be taken for all.
            if (closing.isAborted()) throw Waiting.aborted();
            return bytes;
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    @Override
    public String text() {
        return Utf8Pieces.all(readAllBytes());
    }

    @Override
    public void close() {
        closing.abort();
        OpenBody unread = opened.getAndSet(null);
        if (unread != null) unread.close();
    }
}
