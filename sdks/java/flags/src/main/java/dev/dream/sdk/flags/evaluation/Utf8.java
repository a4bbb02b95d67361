package dev.dream.sdk.flags.evaluation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of texts. Half of a surrogate pair counts as U+FFFD; {@code String.getBytes} alone makes a question mark of it. */
final class Utf8 {

    private Utf8() {}

    static byte[] of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // Only a text with surrogates can have lost anything.
        return text.chars().anyMatch(unit -> Character.isSurrogate((char) unit)) ? slowly(text) : bytes;
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] all = new byte[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static byte[] slowly(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(point -> {
            int whole = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
            bytes.writeBytes(Character.toString(whole).getBytes(StandardCharsets.UTF_8));
        });
        return bytes.toByteArray();
    }
}
