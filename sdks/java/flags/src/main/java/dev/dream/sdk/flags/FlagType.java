package dev.dream.sdk.flags;

import dev.dream.sdk.flags.evaluation.Outcome;
import java.math.BigDecimal;
import java.util.function.Function;

/** What a flag is asked for as, and how its value is read as that. */
final class FlagType<T> {

    static final FlagType<Boolean> BOOLEAN = new FlagType<>("a boolean", value ->
        value instanceof Boolean truth ? truth : null
    );
    static final FlagType<String> TEXT = new FlagType<>("a text", value -> value instanceof String text ? text : null);
    static final FlagType<Double> NUMBER = new FlagType<>("a number", value ->
        value instanceof Number number ? number.doubleValue() : null
    );
    static final FlagType<Long> INTEGER = new FlagType<>("a whole number", FlagType::whole);
    /** JSON of the type of the default: an object or a list for an object; of any type where the default is null. */
    static final FlagType<Object> JSON = new FlagType<>("JSON of the type of the default", value -> value);

    private final String name;
    /** Null for a value of another type. */
    private final Function<Object, T> reader;

    private FlagType(String name, Function<Object, T> reader) {
        this.name = name;
        this.reader = reader;
    }

    /** Whether the outcome has a value that can be given in place of the default. */
    boolean fits(Outcome outcome, T defaultValue) {
        return this == JSON ? outcome.fits(defaultValue) : outcome.hasValue() && read(outcome) != null;
    }

    T read(Outcome outcome) {
        return reader.apply(outcome.value());
    }

    @Override
    public String toString() {
        return name;
    }

    private static Long whole(Object value) {
        if (!(value instanceof Number number)) return null;
        try {
            return new BigDecimal(number.toString()).longValueExact();
        } catch (ArithmeticException | NumberFormatException cause) {
            // A fraction, or too large: no long says the same.
            return null;
        }
    }
}
