package dev.dream.sdk.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads and writes JSON.
 *
 * <p>A value is {@code null}, a {@link Boolean}, a {@link Number}, a {@link String}, a {@code List<Object>} or a
 * {@code Map<String, Object>} in the order of the text. Lists and maps that were read cannot be changed. A whole number
 * is a {@link Long}, or a {@link java.math.BigInteger} where it is too large for one; any other number is a
 * {@link java.math.BigDecimal}, or where even that has no room for it a number that knows its text; so each is written
 * as it was read.
 */
public final class Json {

    /** How many lists and objects may lie in one another: a deeper text would end in a stack overflow. */
    static final int MAX_DEPTH = 1000;

    private Json() {}

    /**
     * The value of a text.
     *
     * @param text JSON, and nothing else
     * @return the value, {@code null} for {@code null}
     * @throws JsonException where it is no JSON, or is nested more than 1000 deep
     */
    public static Object parse(String text) {
        return new JsonReader(text).read();
    }

    /**
     * The value of a text in UTF-8. A byte order mark is left out.
     *
     * @param utf8 JSON, and nothing else
     * @return the value, {@code null} for {@code null}
     * @throws JsonException where it is no UTF-8, or as for text
     */
    public static Object parse(byte[] utf8) {
        boolean isMarked =
            utf8.length >= 3 && utf8[0] == (byte) 0xEF && utf8[1] == (byte) 0xBB && utf8[2] == (byte) 0xBF;
        int from = isMarked ? 3 : 0;
        try {
            ByteBuffer bytes = ByteBuffer.wrap(utf8, from, utf8.length - from);
            return parse(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException cause) {
            throw new JsonException("The text is not UTF-8");
        }
    }

    /**
     * A value as text. Besides what {@link #parse(String)} gives, it may hold any {@link CharSequence}, {@link
     * Iterable} and {@link java.util.Map}, an {@link java.time.Instant} (RFC 3339, UTC), {@link ToJson}, and an
     * {@link java.util.Optional}, which is left out of an object where it is empty.
     *
     * @param value the value
     * @return the shortest text, without spaces
     * @throws JsonException where JSON cannot hold it: a number that is not finite, a key that is no text, a type that
     *     is none of the above, or a nesting of more than 1000 (what holds itself too)
     */
    public static String write(Object value) {
        return new JsonWriter().write(value);
    }

    /**
     * A value as it is now, for whoever keeps it until it is written: nothing that is done to it later, or to what it
     * holds, changes the copy.
     *
     * @param value what {@link #write(Object)} takes
     * @return what is written as the value is: lists and maps that cannot be changed, and what {@link ToJson} says in its
     *     place; what JSON cannot hold stays what it is
     */
    public static Object copy(Object value) {
        return new JsonCopies().of(value);
    }
}
