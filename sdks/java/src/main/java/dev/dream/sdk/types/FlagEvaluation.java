// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.Optional;

/** What the server answers with as {@code FlagEvaluation}. */
public final class FlagEvaluation extends Model {

    private FlagEvaluation(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static FlagEvaluation fromJson(Object json) {
        return new FlagEvaluation(json);
    }

    /**
     * Absent: the default given in code.
     *
     * @return any JSON; {@code null} where there is none
     */
    public Object value() {
        return json("value");
    }

    /**
     * The field {@code variant}.
     *
     * @return {@code variant}; empty where there is none
     */
    public Optional<String> variant() {
        return optionalText("variant");
    }

    /**
     * The field {@code reason}.
     *
     * @return {@code reason}
     */
    public FlagEvaluationReason reason() {
        return object("reason", TypeDecoders.flagEvaluationReason());
    }

    /**
     * With {@code plan_restriction}: the lowest plan on sale that grants it; null when none does. Absent where an
     * override withholds it, whatever the plan.
     *
     * @return {@code requiredPlan}; empty where there is none
     */
    public Optional<String> requiredPlan() {
        return optionalText("requiredPlan");
    }

    /**
     * The field {@code inExperiment}.
     *
     * @return {@code inExperiment}; empty where there is none
     */
    public Optional<Boolean> inExperiment() {
        return optionalBool("inExperiment");
    }

    /**
     * The field {@code exposure}.
     *
     * @return {@code exposure}; empty where there is none
     */
    public Optional<EvaluationExposure> exposure() {
        return optionalObject("exposure", TypeDecoders.evaluationExposure());
    }

    /**
     * Of the rule that decided, from 0. For secret keys, as what follows.
     *
     * @return {@code ruleIndex}; empty where there is none
     */
    public Optional<Long> ruleIndex() {
        return optionalInteger("ruleIndex");
    }

    /**
     * The field {@code ruleName}.
     *
     * @return {@code ruleName}; empty where there is none
     */
    public Optional<String> ruleName() {
        return optionalText("ruleName");
    }

    /**
     * The field {@code prerequisiteKey}.
     *
     * @return {@code prerequisiteKey}; empty where there is none
     */
    public Optional<String> prerequisiteKey() {
        return optionalText("prerequisiteKey");
    }

    /**
     * The field {@code errorCode}.
     *
     * @return {@code errorCode}; empty where there is none
     */
    public Optional<String> errorCode() {
        return optionalText("errorCode");
    }

    /**
     * The field {@code errorMessage}.
     *
     * @return {@code errorMessage}; empty where there is none
     */
    public Optional<String> errorMessage() {
        return optionalText("errorMessage");
    }
}
