package dev.dream.sdk.flags.evaluation;

import java.util.Optional;

/**
 * Why an answer is what it is.
 *
 * @param requiredPlan null where nothing is said of plans, empty where no plan would do
 * @param unit the attribute that was dealt, where the outcome counts for an experiment
 */
record Because(
    String reason,
    Integer ruleIndex,
    String ruleName,
    String prerequisiteKey,
    boolean inExperiment,
    Optional<String> requiredPlan,
    String unit
) {
    static Because of(String reason) {
        return new Because(reason, null, null, null, false, null, null);
    }

    Because reason(String other) {
        return new Because(other, ruleIndex, ruleName, prerequisiteKey, inExperiment, requiredPlan, unit);
    }

    Because rule(int index, String name) {
        return new Because(reason, index, name, prerequisiteKey, inExperiment, requiredPlan, unit);
    }

    Because prerequisite(String key) {
        return new Because(reason, ruleIndex, ruleName, key, inExperiment, requiredPlan, unit);
    }

    Because counting(String dealt) {
        return new Because(reason, ruleIndex, ruleName, prerequisiteKey, true, requiredPlan, dealt);
    }

    Because plan(String required) {
        Optional<String> plan = Optional.ofNullable(required);
        return new Because(reason, ruleIndex, ruleName, prerequisiteKey, inExperiment, plan, unit);
    }
}
