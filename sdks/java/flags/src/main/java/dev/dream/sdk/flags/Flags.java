package dev.dream.sdk.flags;

/**
 * Asks about flags, for whatever context. Nothing here throws or waits: whatever goes wrong, the default that was given
 * is the answer, and the detail says why.
 */
public interface Flags {
    /**
     * A flag by its constant.
     *
     * @param <T> the type of its values
     * @param flag key, type and default
     * @param context who asks; null for nobody
     * @return the value, or the default where there is none, or one of another type
     */
    <T> T value(FlagKey<T> flag, FlagContext context);

    /**
     * The same, and how it came about.
     *
     * @param <T> the type of its values
     * @param flag key, type and default
     * @param context who asks; null for nobody
     * @return the value and why
     */
    <T> FlagDetail<T> detail(FlagKey<T> flag, FlagContext context);

    /**
     * All flags for one context, in one version. Counts nothing: it is for handing on, not for deciding.
     *
     * @param context who asks; null for nobody
     * @return none while there is nothing to evaluate
     */
    AllFlags allFlags(FlagContext context);

    /**
     * A flag that is on or off.
     *
     * @param key of the flag
     * @param context who asks; null for nobody
     * @param defaultValue where there is no value, or one of another type
     * @return the value
     */
    default boolean booleanVariation(String key, FlagContext context, boolean defaultValue) {
        return value(FlagKey.ofBoolean(key, defaultValue), context);
    }

    /**
     * The same, and how it came about.
     *
     * @param key of the flag
     * @param context who asks; null for nobody
     * @param defaultValue where there is no value, or one of another type
     * @return the value and why
     */
    default FlagDetail<Boolean> booleanDetail(String key, FlagContext context, boolean defaultValue) {
        return detail(FlagKey.ofBoolean(key, defaultValue), context);
    }

    /**
     * A flag whose values are texts.
     *
     * @param key of the flag
     * @param context who asks; null for nobody
     * @param defaultValue where there is no value, or one of another type
     * @return the value
     */
    default String stringVariation(String key, FlagContext context, String defaultValue) {
        return value(FlagKey.ofText(key, defaultValue), context);
    }

    /**
     * The same, and how it came about.
     *
     * @param key of the flag
     * @param context who asks; null for nobody
     * @param defaultValue where there is no value, or one of another type
     * @return the value and why
     */
    default FlagDetail<String> stringDetail(String key, FlagContext context, String defaultValue) {
        return detail(FlagKey.ofText(key, defaultValue), context);
    }

    /**
     * A flag whose values are numbers.
     *
     * @param key of the flag
     * @param context who asks; null for nobody
     * @param defaultValue where there is no value, or one of another type
     * @return the value
     */
    default double numberVariation(String key, FlagContext context, double defaultValue) {
        return value(FlagKey.ofNumber(key, defaultValue), context);
    }

    /**
     * The same, and how it came about.
     *
     * @param key of the flag
     * @param context who asks; null for nobody
     * @param defaultValue where there is no value, or one of another type
     * @return the value and why
     */
    default FlagDetail<Double> numberDetail(String key, FlagContext context, double defaultValue) {
        return detail(FlagKey.ofNumber(key, defaultValue), context);
    }

    /**
     * A flag whose values are whole numbers. One with a fraction is of another type.
     *
     * @param key of the flag
     * @param context who asks; null for nobody
     * @param defaultValue where there is no value, or one of another type
     * @return the value
     */
    default long integerVariation(String key, FlagContext context, long defaultValue) {
        return value(FlagKey.ofInteger(key, defaultValue), context);
    }

    /**
     * The same, and how it came about.
     *
     * @param key of the flag
     * @param context who asks; null for nobody
     * @param defaultValue where there is no value, or one of another type
     * @return the value and why
     */
    default FlagDetail<Long> integerDetail(String key, FlagContext context, long defaultValue) {
        return detail(FlagKey.ofInteger(key, defaultValue), context);
    }

    /**
     * A flag whose values are JSON, as {@link dev.dream.sdk.json.Json} has it; they cannot be changed.
     *
     * @param key of the flag
     * @param context who asks; null for nobody
     * @param defaultValue where there is no value, or one of another type; null takes any, and objects, lists and null count
     *     as one type
     * @return the value
     */
    default Object jsonVariation(String key, FlagContext context, Object defaultValue) {
        return value(FlagKey.ofJson(key, defaultValue), context);
    }

    /**
     * The same, and how it came about.
     *
     * @param key of the flag
     * @param context who asks; null for nobody
     * @param defaultValue as for {@link #jsonVariation}
     * @return the value and why
     */
    default FlagDetail<Object> jsonDetail(String key, FlagContext context, Object defaultValue) {
        return detail(FlagKey.ofJson(key, defaultValue), context);
    }
}
