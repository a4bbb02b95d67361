package dev.dream.sdk.flags.evaluation;

import java.util.Optional;

/**
 * What evaluating a flag found, before a default is put in. Made when the ruleset is compiled; the same outcome is the
 * same object, so that counting outcomes is counting objects.
 */
public final class Outcome {

    private final String flag;
    private final boolean hasValue;
    private final Object value;
    private final String variant;
    private final Because because;
    private final String errorCode;
    private final String errorMessage;
    private final String type;

    Outcome(String flag, boolean hasValue, Object value, String variant, Because because) {
        this(flag, hasValue, value, variant, because, null, null);
    }

    private Outcome(
        String flag,
        boolean hasValue,
        Object value,
        String variant,
        Because because,
        String errorCode,
        String errorMessage
    ) {
        this.flag = flag;
        this.hasValue = hasValue;
        this.value = value;
        this.variant = variant;
        this.because = because;
        this.errorCode = errorCode;
        this.errorMessage = errorMessage;
        this.type = typeOf(value);
    }

    static Outcome failed(String flag, String errorCode, String errorMessage) {
        return failed(flag, errorCode, errorMessage, Because.of("ERROR"));
    }

    static Outcome failed(String flag, String errorCode, String errorMessage, Because because) {
        return new Outcome(flag, false, null, null, because, errorCode, errorMessage);
    }

    /**
     * How values are told apart: lists and null count as objects.
     *
     * @param value of JSON
     * @return {@code string}, {@code boolean}, {@code number} or {@code object}
     */
    public static String typeOf(Object value) {
        if (value instanceof String) return "string";
        if (value instanceof Boolean) return "boolean";
        return value instanceof Number ? "number" : "object";
    }

    /**
     * Whether the value may stand in for a default.
     *
     * @param defaultValue whoever gives null expects no type
     * @return false where there is no value, or one of another type
     */
    public boolean fits(Object defaultValue) {
        return hasValue && (defaultValue == null || type.equals(typeOf(defaultValue)));
    }

    /** {@return the key that was asked for} */
    public String flag() {
        return flag;
    }

    /** {@return false where the default of the code stands in} */
    public boolean hasValue() {
        return hasValue;
    }

    /** {@return the value, which may be null, and cannot be changed} */
    public Object value() {
        return value;
    }

    /** {@return {@link #typeOf(Object)} of the value} */
    public String type() {
        return type;
    }

    /** {@return the name of the variation; null where the default of the code stands in} */
    public String variant() {
        return variant;
    }

    /** {@return OpenFeature's words, and {@code plan_restriction}} */
    public String reason() {
        return because.reason();
    }

    /** {@return of the rule that decided, from 0; null where none did} */
    public Integer ruleIndex() {
        return because.ruleIndex();
    }

    /** {@return of the rule that decided; null without one} */
    public String ruleName() {
        return because.ruleName();
    }

    /** {@return the prerequisite that was not met; null without one} */
    public String prerequisiteKey() {
        return because.prerequisiteKey();
    }

    /** {@return whether the rollout that decided counts for the flag's experiment} */
    public boolean inExperiment() {
        return because.inExperiment();
    }

    /** {@return the lowest plan that would do, empty where none would, null where it is no question of plans} */
    public Optional<String> requiredPlan() {
        return because.requiredPlan();
    }

    /** {@return the attribute that was dealt, where the outcome counts for an experiment; else null} */
    public String unit() {
        return because.unit();
    }

    /** {@return OpenFeature's code; null without an error} */
    public String errorCode() {
        return errorCode;
    }

    /** {@return for developers; null without an error} */
    public String errorMessage() {
        return errorMessage;
    }
}
