package dev.dream.sdk.flags;

/**
 * A flag by name, type and default: what generated constants are made of, so that no program misspells a key.
 *
 * @param <T> the type of its values
 */
public final class FlagKey<T> {

    private final String key;
    private final T defaultValue;
    private final FlagType<T> type;

    private FlagKey(String key, T defaultValue, FlagType<T> type) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.type = type;
    }

    /**
     * A flag that is on or off.
     *
     * @param key of the flag
     * @param defaultValue where there is no value
     * @return the flag
     */
    public static FlagKey<Boolean> ofBoolean(String key, boolean defaultValue) {
        return new FlagKey<>(key, defaultValue, FlagType.BOOLEAN);
    }

    /**
     * A flag whose values are texts.
     *
     * @param key of the flag
     * @param defaultValue where there is no value
     * @return the flag
     */
    public static FlagKey<String> ofText(String key, String defaultValue) {
        return new FlagKey<>(key, defaultValue, FlagType.TEXT);
    }

    /**
     * A flag whose values are numbers.
     *
     * @param key of the flag
     * @param defaultValue where there is no value
     * @return the flag
     */
    public static FlagKey<Double> ofNumber(String key, double defaultValue) {
        return new FlagKey<>(key, defaultValue, FlagType.NUMBER);
    }

    /**
     * A flag whose values are whole numbers.
     *
     * @param key of the flag
     * @param defaultValue where there is no value, or one with a fraction
     * @return the flag
     */
    public static FlagKey<Long> ofInteger(String key, long defaultValue) {
        return new FlagKey<>(key, defaultValue, FlagType.INTEGER);
    }

    /**
     * A flag whose values are JSON, as {@link dev.dream.sdk.json.Json} has it.
     *
     * @param key of the flag
     * @param defaultValue where there is no value, or one of another type; null takes any
     * @return the flag
     */
    public static FlagKey<Object> ofJson(String key, Object defaultValue) {
        return new FlagKey<>(key, defaultValue, FlagType.JSON);
    }

    /** {@return the key of the flag} */
    public String key() {
        return key;
    }

    /** {@return what is given where there is no value} */
    public T defaultValue() {
        return defaultValue;
    }

    FlagType<T> type() {
        return type;
    }

    /** {@return the key of the flag} */
    @Override
    public String toString() {
        return key;
    }
}
