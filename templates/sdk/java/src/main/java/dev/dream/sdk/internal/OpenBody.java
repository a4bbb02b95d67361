package dev.dream.sdk.internal;

import java.io.Closeable;
import java.io.IOException;

/** A body that has begun to come, and whose reading may take as long as it likes. */
final class OpenBody implements Closeable {

    private final Answer answer;
    private final Deadline deadline;
    private byte[] first;

    /** {@code first} is what has come already. */
    OpenBody(Answer answer, Deadline deadline, byte[] first) {
        this.answer = answer;
        this.deadline = deadline;
        this.first = first;
    }

    int status() {
        return answer.status();
    }

    /** As {@link java.io.InputStream#read(byte[], int, int)}; throws what is thrown as an error of ours. */
    int read(byte[] bytes, int at, int length) {
        if (first.length > 0) return fromFirst(bytes, at, length);
        try {
            return answer.body().read(bytes, at, length);
        } catch (IOException thrown) {
            throw deadline.explain(thrown);
        }
    }

    @Override
    public void close() {
        deadline.release();
        try {
            answer.body().close();
        } catch (IOException alreadyBroken) {
            // It is to be gone, and is.
        }
    }

    private int fromFirst(byte[] bytes, int at, int length) {
        int count = Math.min(length, first.length);
        System.arraycopy(first, 0, bytes, at, count);
        byte[] rest = new byte[first.length - count];
        System.arraycopy(first, count, rest, 0, rest.length);
        first = rest;
        return count;
    }
}
