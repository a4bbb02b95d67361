package dev.dream.sdk.flags.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Compiles one flag. Throws {@link Malformed} where it cannot be understood as a whole: half a flag would answer wrongly. */
final class FlagCompiler {

    private final Map<?, ?> source;
    private final Place place;
    private final Function<String, Answer> flagOf;
    private final List<Answer> first = new ArrayList<>();
    private final List<Answer> rules = new ArrayList<>();
    private Answer targets;

    private FlagCompiler(String key, Map<?, ?> source, Scope scope, Function<String, Answer> flagOf) {
        Answers answers = new Answers(key, source);
        Map<?, ?> experiment = Fields.optional(source, "experiment", Fields::objectIn);
        Experiment compiled = experiment == null ? null : Experiment.compile(experiment);
        this.source = source;
        this.place = new Place(answers, scope, compiled, Because.of("DEFAULT"));
        this.flagOf = flagOf;
    }

    /** {@code flagOf} gives the answer of another flag, null where there is none of that key. */
    static Answer compile(String key, Map<?, ?> source, Scope scope, Function<String, Answer> flagOf) {
        return new FlagCompiler(key, source, scope, flagOf).compile();
    }

    private Answer compile() {
        Answers answers = place.answers();
        String entitlement = Fields.optional(source, "entitlement", Fields::textIn);
        if (entitlement != null) first.add(new Gate(entitlement, answers, place.scope()));
        for (Map<?, ?> one : Fields.objectsOrNone(source, "prerequisites")) first.add(prerequisite(one));
        List<Map<?, ?>> written = Fields.objectsOrNone(source, "rules");
        for (int index = 0; index < written.size(); index += 1) rules.add(rule(written.get(index), index));
        Outcome off = answers.off(Because.of("DISABLED"));
        targets = Targets.compile(source, answers);
        List<Phases.Phase> phases = Phases.read(source);
        Answer[] steps = new Answer[phases.size()];
        for (int step = 0; step < steps.length; step += 1) {
            Phases.Phase phase = phases.get(step);
            // Compiled also where the flag is off: whether a flag can be understood does not depend on its state.
            Answer on = answerIn(phase);
            steps[step] = phase.isOn() ? on : asked -> off;
        }
        return steps.length == 1 ? steps[0] : scheduled(phases, steps);
    }

    private Answer prerequisite(Map<?, ?> one) {
        String key = Fields.textIn(one, "flag");
        Set<String> wanted = new HashSet<>(Fields.textsIn(one, "variations"));
        Outcome unmet = place.answers().off(Because.of("DISABLED").prerequisite(key));
        Answer other = flagOf.apply(key);
        // A flag that is not there, or that cannot be read, meets nothing.
        if (other == null) return asked -> unmet;
        return asked -> {
            String variant = other.to(asked).variant();
            return variant != null && wanted.contains(variant) ? null : unmet;
        };
    }

    private Answer rule(Map<?, ?> rule, int index) {
        Because because = Because.of("TARGETING_MATCH").rule(index, Fields.optional(rule, "name", Fields::textIn));
        Map<?, ?> test = Fields.optional(rule, "if", Fields::objectIn);
        Check check = test == null ? asked -> true : Tests.compile(test, place.scope(), 0);
        Answer serve = serving(Fields.objectIn(rule, "serve"), because);
        return asked -> check.holds(asked) ? serve.to(asked) : null;
    }

    private Answer answerIn(Phases.Phase phase) {
        boolean asks = !first.isEmpty() || !rules.isEmpty() || targets != null;
        List<Answer> steps = new ArrayList<>(first);
        if (targets != null) steps.add(targets);
        steps.addAll(rules);
        Because because = Because.of(asks ? "DEFAULT" : "STATIC");
        Outcome nothing = place.answers().off(because);
        Map<?, ?> fallthrough = phase.fallthrough();
        steps.add(fallthrough == null ? asked -> nothing : serving(fallthrough, because));
        // A rollout asks for a unit, so nothing about whom it passes over is static.
        Outcome passedOver = place.answers().off(Because.of("DEFAULT"));
        steps.add(asked -> passedOver);
        Answer[] all = steps.toArray(new Answer[0]);
        return asked -> {
            Outcome found = null;
            for (int step = 0; found == null; step += 1) found = all[step].to(asked);
            return found;
        };
    }

    /** Everybody the same, or a rollout. */
    private Answer serving(Map<?, ?> serve, Because because) {
        Map<?, ?> rollout = Fields.optional(serve, "rollout", Fields::objectIn);
        if (rollout != null) return Rollout.compile(rollout, place.at(because));
        Outcome found = place.answers().of(Fields.textIn(serve, "variation"), because);
        return asked -> found;
    }

    /** The last change whose time has come holds, to the millisecond. */
    private static Answer scheduled(List<Phases.Phase> phases, Answer[] answers) {
        return asked -> {
            Answer answer = answers[0];
            for (int step = 1; step < answers.length; step += 1) {
                if (phases.get(step).at() <= asked.now()) answer = answers[step];
            }
            return answer.to(asked);
        };
    }
}
