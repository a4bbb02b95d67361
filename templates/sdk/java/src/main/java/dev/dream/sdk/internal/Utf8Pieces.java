package dev.dream.sdk.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads UTF-8 in pieces of any size. What is no UTF-8 is replaced; a byte order mark at the beginning is left out. */
final class Utf8Pieces {

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] rest = new byte[0];
    private boolean hasBegun;

    static String all(byte[] bytes) {
        Utf8Pieces pieces = new Utf8Pieces();
        return pieces.next(bytes, bytes.length) + pieces.end();
    }

    /** The characters that are whole with these bytes. */
    String next(byte[] bytes, int length) {
        return decode(bytes, length, false);
    }

    /** What is left when nothing more comes. */
    String end() {
        return decode(new byte[0], 0, true);
    }

    private String decode(byte[] bytes, int length, boolean isEnd) {
        ByteBuffer in = ByteBuffer.allocate(rest.length + length)
            .put(rest)
            .put(bytes, 0, length)
            .flip();
        // A byte is one character at most, and what is replaced is no more.
        CharBuffer out = CharBuffer.allocate(in.remaining() + 2);
        decoder.decode(in, out, isEnd);
        rest = new byte[in.remaining()];
        in.get(rest);
        String text = out.flip().toString();
        boolean isMarked = !hasBegun && text.startsWith("\ufeff");
        hasBegun = hasBegun || !text.isEmpty();
        return isMarked ? text.substring(1) : text;
    }
}
