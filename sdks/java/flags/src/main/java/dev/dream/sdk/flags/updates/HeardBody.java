package dev.dream.sdk.flags.updates;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body, of which each piece says that the other side is there. */
final class HeardBody extends FilterInputStream {

    private final Exchange exchange;
    private final double silence;

    HeardBody(InputStream body, Exchange exchange, double silence) {
        super(body);
        this.exchange = exchange;
        this.silence = silence;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        int read = super.read(bytes, from, count);
        exchange.heard(silence);
        // A body that is let go while it is read looks as if it ended here.
        if (read < 0 && exchange.isOver()) throw new IOException("it was let go");
        return read;
    }
}
