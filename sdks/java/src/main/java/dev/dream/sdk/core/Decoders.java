package dev.dream.sdk.core;

import dev.dream.sdk.errors.ResponseException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The decoders of what needs no class of its own. */
public final class Decoders {

    /** A text. */
    public static final Decoder<String> TEXT = Decoders::text;

    /** An instant, of RFC 3339; what is finer than a nanosecond is left out. */
    public static final Decoder<Instant> INSTANT = Decoders::instant;

    /** A whole number. */
    public static final Decoder<Long> INTEGER = Decoders::integer;

    /** A number; one with more digits than a double has is rounded. */
    public static final Decoder<Double> NUMBER = Decoders::number;

    /** True or false. */
    public static final Decoder<Boolean> BOOL = Decoders::bool;

    /** Anything, as it is. */
    public static final Decoder<Object> JSON = json -> json;

    private static final int LONGEST_WHOLE = 1000;

    private static final Pattern FINER_THAN_NANOSECONDS = Pattern.compile("(\\.[0-9]{9})[0-9]+");

    private Decoders() {}

    /**
     * The decoder of a list.
     *
     * @param <T> what its items are
     * @param items of its items; an item of {@code null} stays one
     * @return the decoder; its lists cannot be changed
     */
    public static <T> Decoder<List<T>> list(Decoder<T> items) {
        return json -> {
            if (!(json instanceof List<?> list)) throw wrong("a list");
            List<T> values = new ArrayList<>(list.size());
            for (Object item : list) values.add(item == null ? null : items.decode(item));
            return Collections.unmodifiableList(values);
        };
    }

    /**
     * The decoder of an object with any keys.
     *
     * @param <T> what its values are
     * @param values of its values; one of {@code null} stays one
     * @return the decoder; its maps cannot be changed
     */
    public static <T> Decoder<Map<String, T>> map(Decoder<T> values) {
        return json -> {
            Map<String, T> all = new LinkedHashMap<>();
            fields(json).forEach((name, value) -> all.put(name, value == null ? null : values.decode(value)));
            return Collections.unmodifiableMap(all);
        };
    }

    /**
     * The decoder of what may be {@code null}.
     *
     * @param <T> what it is where it is not
     * @param decoder of what is not {@code null}
     * @return the decoder
     */
    public static <T> Decoder<T> nullable(Decoder<T> decoder) {
        return json -> json == null ? null : decoder.decode(json);
    }

    /**
     * The decoder of an object that refuses anything else.
     *
     * @param <T> what it makes
     * @param decoder of the object
     * @return the decoder
     */
    public static <T> Decoder<T> object(Decoder<T> decoder) {
        return json -> {
            if (json instanceof Map<?, ?>) return decoder.decode(json);
            throw wrong("an object");
        };
    }

    /**
     * The fields of an object.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return its members by name; cannot be changed
     * @throws ResponseException where it is no object
     */
    public static Map<String, Object> fields(Object json) {
        if (!(json instanceof Map<?, ?> map)) throw wrong("an object");
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((name, value) -> fields.put(String.valueOf(name), value));
        return Collections.unmodifiableMap(fields);
    }

    private static String text(Object json) {
        if (json instanceof String text) return text;
        throw wrong("a text");
    }

    private static Instant instant(Object json) {
        try {
            // RFC 3339 allows any number of digits; the platform has room for nine.
            return OffsetDateTime.parse(FINER_THAN_NANOSECONDS.matcher(text(json)).replaceFirst("$1")).toInstant();
        } catch (DateTimeParseException cause) {
            throw wrong("an instant");
        }
    }

    private static Long integer(Object json) {
        try {
            if (json instanceof Long number) return number;
            // Reading a long text would take its time for nothing: 64 bits have no more than 20 signs and some zeros.
            String text = json instanceof Number number ? number.toString() : "";
            if (!text.isEmpty() && text.length() < LONGEST_WHOLE) return new BigDecimal(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException cause) {
            // Below, as for what is no number at all.
        }
        throw wrong("a whole number of 64 bits");
    }

    private static Double number(Object json) {
        if (json instanceof Number number) return number.doubleValue();
        throw wrong("a number");
    }

    private static Boolean bool(Object json) {
        if (json instanceof Boolean bool) return bool;
        throw wrong("true or false");
    }

    private static ResponseException wrong(String what) {
        return new ResponseException("The answer has something else where " + what + " was to be");
    }
}
