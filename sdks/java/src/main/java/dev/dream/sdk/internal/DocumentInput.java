package dev.dream.sdk.internal;

import dev.dream.sdk.Abort;
import java.io.InputStream;

/** The bytes of a document. */
final class DocumentInput extends InputStream {

    private final OpenBody body;
    private final Abort closing;
    private volatile boolean isOver;

    DocumentInput(OpenBody body, Abort closing) {
        this.body = body;
        this.closing = closing;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int at, int length) {
        if (isOver) return -1;
        if (length == 0) return 0;
        try {
            int count = body.read(bytes, at, length);
            if (count < 0) close();
            return count;
        } catch (RuntimeException thrown) {
            // Whoever closes it, from another thread perhaps, knows that it ends.
            boolean wasLeft = isOver || closing.isAborted();
            close();
            if (wasLeft) return -1;
            throw thrown;
        }
    }

    @Override
    public void close() {
        isOver = true;
        body.close();
    }
}
