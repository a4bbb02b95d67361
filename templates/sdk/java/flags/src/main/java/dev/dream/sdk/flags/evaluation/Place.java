package dev.dream.sdk.flags.evaluation;

/**
 * Where something is served: of which flag, and in which of its rules.
 *
 * @param experiment null where the flag has none
 * @param because the rule that serves it, with whatever reason
 */
record Place(Answers answers, Scope scope, Experiment experiment, Because because) {
    Place at(Because rule) {
        return new Place(answers, scope, experiment, rule);
    }
}
