package dev.dream.sdk;

import dev.dream.sdk.core.Decoder;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.errors.ResponseException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.json.ToJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An object that the server answered with. It is read when a field is asked for, so that an answer with a field too few
 * or too many is an answer still; {@link #raw()} has all that came. A field of another kind than it should be counts as
 * missing, and so do all of them where something came that is no object.
 */
public abstract class Model implements ToJson {

    private final Object json;

    /**
     * An object as it came.
     *
     * @param json as {@link Json} has it
     */
    protected Model(Object json) {
        this.json = json;
    }

    /**
     * All fields as they came, those that this SDK does not know too.
     *
     * @return values as {@link Json} has them, by name; cannot be changed
     */
    public final Map<String, Object> raw() {
        return json instanceof Map<?, ?> ? Decoders.fields(json) : Map.of();
    }

    /**
     * What came, be it no object.
     *
     * @return as {@link Json} has it
     */
    @Override
    public final Object toJson() {
        return json;
    }

    /**
     * A field that is always there.
     *
     * @param <T> what it is
     * @param name of the field
     * @param decoder of the field
     * @return its value
     * @throws ResponseException where it is missing
     */
    protected final <T> T required(String name, Decoder<T> decoder) {
        Optional<T> value = optional(name, decoder);
        if (value.isPresent()) return value.get();
        throw new ResponseException(
            getClass().getSimpleName() + ": the answer has no " + name + " of the form it must have"
        );
    }

    /**
     * A field that may be missing.
     *
     * @param <T> what it is
     * @param name of the field
     * @param decoder of the field
     * @return its value; absent where it is missing or {@code null}
     */
    protected final <T> Optional<T> optional(String name, Decoder<T> decoder) {
        Object value = json(name);
        if (value == null) return Optional.empty();
        try {
            return Optional.of(decoder.decode(value));
        } catch (ResponseException otherKind) {
            return Optional.empty();
        }
    }

    /**
     * A text that is always there.
     *
     * @param name of the field
     * @return its value
     * @throws ResponseException where it is missing
     */
    protected final String text(String name) {
        return required(name, Decoders.TEXT);
    }

    /**
     * A text that may be missing.
     *
     * @param name of the field
     * @return its value, where there is one
     */
    protected final Optional<String> optionalText(String name) {
        return optional(name, Decoders.TEXT);
    }

    /**
     * An instant that is always there.
     *
     * @param name of the field
     * @return its value
     * @throws ResponseException where it is missing
     */
    protected final Instant instant(String name) {
        return required(name, Decoders.INSTANT);
    }

    /**
     * An instant that may be missing.
     *
     * @param name of the field
     * @return its value, where there is one
     */
    protected final Optional<Instant> optionalInstant(String name) {
        return optional(name, Decoders.INSTANT);
    }

    /**
     * A whole number that is always there.
     *
     * @param name of the field
     * @return its value
     * @throws ResponseException where it is missing
     */
    protected final long integer(String name) {
        return required(name, Decoders.INTEGER);
    }

    /**
     * A whole number that may be missing.
     *
     * @param name of the field
     * @return its value, where there is one
     */
    protected final Optional<Long> optionalInteger(String name) {
        return optional(name, Decoders.INTEGER);
    }

    /**
     * A number that is always there.
     *
     * @param name of the field
     * @return its value
     * @throws ResponseException where it is missing
     */
    protected final double number(String name) {
        return required(name, Decoders.NUMBER);
    }

    /**
     * A number that may be missing.
     *
     * @param name of the field
     * @return its value, where there is one
     */
    protected final Optional<Double> optionalNumber(String name) {
        return optional(name, Decoders.NUMBER);
    }

    /**
     * A yes or no that is always there.
     *
     * @param name of the field
     * @return its value
     * @throws ResponseException where it is missing
     */
    protected final boolean bool(String name) {
        return required(name, Decoders.BOOL);
    }

    /**
     * A yes or no that may be missing.
     *
     * @param name of the field
     * @return its value, where there is one
     */
    protected final Optional<Boolean> optionalBool(String name) {
        return optional(name, Decoders.BOOL);
    }

    /**
     * An object that is always there.
     *
     * @param <T> what it is
     * @param name of the field
     * @param decoder of the field
     * @return its value
     * @throws ResponseException where it is missing
     */
    protected final <T> T object(String name, Decoder<T> decoder) {
        return required(name, decoder);
    }

    /**
     * An object that may be missing.
     *
     * @param <T> what it is
     * @param name of the field
     * @param decoder of the field
     * @return its value, where there is one
     */
    protected final <T> Optional<T> optionalObject(String name, Decoder<T> decoder) {
        return optional(name, decoder);
    }

    /**
     * A list that is always there.
     *
     * @param <T> what it is
     * @param name of the field
     * @param items of its items
     * @return its items; cannot be changed
     * @throws ResponseException where it is missing
     */
    protected final <T> List<T> list(String name, Decoder<T> items) {
        return required(name, Decoders.list(items));
    }

    /**
     * A list that may be missing.
     *
     * @param <T> what it is
     * @param name of the field
     * @param items of its items
     * @return its items, where there is one
     */
    protected final <T> Optional<List<T>> optionalList(String name, Decoder<T> items) {
        return optional(name, Decoders.list(items));
    }

    /**
     * An object with any keys that is always there.
     *
     * @param <T> what it is
     * @param name of the field
     * @param values of its values
     * @return its values by key; cannot be changed
     * @throws ResponseException where it is missing
     */
    protected final <T> Map<String, T> map(String name, Decoder<T> values) {
        return required(name, Decoders.map(values));
    }

    /**
     * An object with any keys that may be missing.
     *
     * @param <T> what it is
     * @param name of the field
     * @param values of its values
     * @return its values by key, where there is one
     */
    protected final <T> Optional<Map<String, T>> optionalMap(String name, Decoder<T> values) {
        return optional(name, Decoders.map(values));
    }

    /**
     * A field that may hold anything.
     *
     * @param name of the field
     * @return as {@link Json} has it; {@code null} where it is missing too
     */
    protected final Object json(String name) {
        return json instanceof Map<?, ?> fields ? fields.get(name) : null;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Model model && getClass() == model.getClass() && Objects.equals(json, model.json);
    }

    @Override
    public final int hashCode() {
        return Objects.hashCode(json);
    }

    /** The name of the class with the names of the fields, and what {@code id} is: other values may be secrets. */
    @Override
    public final String toString() {
        Object id = json("id") instanceof String text ? "=" + text : "";
        String names = raw()
            .keySet()
            .stream()
            .map(name -> name.equals("id") ? name + id : name)
            .collect(Collectors.joining(", ", "[", "]"));
        return getClass().getSimpleName() + names;
    }
}
