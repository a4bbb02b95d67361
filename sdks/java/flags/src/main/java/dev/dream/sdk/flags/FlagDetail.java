package dev.dream.sdk.flags;

import dev.dream.sdk.flags.evaluation.Outcome;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The answer of a flag, and how it came about.
 *
 * @param <T> the type that was asked for
 */
public final class FlagDetail<T> {

    private final T value;
    private final Outcome outcome;
    private final boolean isTaken;
    private final String problem;
    private final FlagErrorCode errorCode;

    private FlagDetail(T value, Outcome outcome, boolean isTaken, FlagErrorCode errorCode, String problem) {
        this.value = value;
        this.outcome = outcome;
        this.isTaken = isTaken;
        this.errorCode = errorCode;
        this.problem = problem;
    }

    /** With the outcome's value where it has one of the type, else with the default. */
    static <T> FlagDetail<T> of(Outcome outcome, T defaultValue, FlagType<T> type) {
        FlagErrorCode code = outcome.errorCode() == null ? null : FlagErrorCode.valueOf(outcome.errorCode());
        if (type.fits(outcome, defaultValue)) return new FlagDetail<>(type.read(outcome), outcome, true, null, null);
        if (!outcome.hasValue()) return new FlagDetail<>(defaultValue, outcome, true, code, outcome.errorMessage());
        String problem = "`" + outcome.flag() + "` has type " + outcome.type() + ", and was asked for as " + type;
        return new FlagDetail<>(defaultValue, outcome, false, FlagErrorCode.TYPE_MISMATCH, problem);
    }

    /** {@code problem}: why there are no rules, where that is known; else null. */
    static <T> FlagDetail<T> notReady(T defaultValue, String problem) {
        String why = problem == null ? "the server has not been heard of yet, and there is no bootstrap" : problem;
        return new FlagDetail<>(defaultValue, null, false, FlagErrorCode.PROVIDER_NOT_READY, why);
    }

    /** Of a key that is null, and so has no default either. */
    static <T> FlagDetail<T> ofNoFlag() {
        return new FlagDetail<>(null, null, false, FlagErrorCode.FLAG_NOT_FOUND, "no flag was asked for");
    }

    /** {@return the value, or the default given in code} */
    public T value() {
        return value;
    }

    /** {@return the name of the variation; empty where the default given in code was taken} */
    public Optional<String> variation() {
        return isTaken ? Optional.ofNullable(outcome.variant()) : Optional.empty();
    }

    /** {@return why it is this value} */
    public FlagReason reason() {
        return isTaken ? FlagReason.of(outcome.reason()) : FlagReason.ERROR;
    }

    /** {@return of the rule that decided, from 0} */
    public OptionalInt ruleIndex() {
        Integer index = isTaken ? outcome.ruleIndex() : null;
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** {@return of the rule that decided, where it has a name} */
    public Optional<String> ruleName() {
        return isTaken ? Optional.ofNullable(outcome.ruleName()) : Optional.empty();
    }

    /** {@return the prerequisite that was not met} */
    public Optional<String> prerequisiteKey() {
        return isTaken ? Optional.ofNullable(outcome.prerequisiteKey()) : Optional.empty();
    }

    /** {@return whether the rollout that decided counts for the flag's experiment} */
    public boolean inExperiment() {
        return isTaken && outcome.inExperiment();
    }

    /**
     * The lowest plan that grants the entitlement, with {@link FlagReason#PLAN_RESTRICTION}.
     *
     * @return empty where no plan does, where an agreement with the tenant withholds it, and with any other reason;
     *     {@link #isPlanNamed()} tells the first from the others
     */
    public Optional<String> requiredPlan() {
        return isPlanNamed() ? outcome.requiredPlan() : Optional.empty();
    }

    /** {@return whether it is known which plan would do, be it none} */
    public boolean isPlanNamed() {
        return isTaken && outcome.requiredPlan() != null;
    }

    /** {@return why the default was taken, where that is an error} */
    public Optional<FlagErrorCode> errorCode() {
        return Optional.ofNullable(errorCode);
    }

    /** {@return for developers, with an error code; never to be shown to end users} */
    public Optional<String> errorMessage() {
        return Optional.ofNullable(problem);
    }

    /** {@return the value, its variation and the reason, for logs} */
    @Override
    public String toString() {
        String code = errorCode == null ? "" : " " + errorCode;
        return "FlagDetail[" + value + " " + variation().orElse("the default") + " " + reason() + code + "]";
    }
}
