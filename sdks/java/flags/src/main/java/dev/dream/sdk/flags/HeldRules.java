package dev.dream.sdk.flags;

import dev.dream.sdk.flags.evaluation.Evaluator;
import dev.dream.sdk.flags.evaluation.NamedKinds;
import dev.dream.sdk.flags.evaluation.VersionedRuleset;
import java.util.Set;

/** One version of the rules, ready to be asked. Replaced as a whole: whoever evaluates sees one version. */
final class HeldRules {

    private final VersionedRuleset held;
    private final Evaluator evaluator;
    /** Made when somebody first asks in a form that needs them. */
    private volatile Set<String> kinds;

    HeldRules(VersionedRuleset held, Evaluator evaluator) {
        this.held = held;
        this.evaluator = evaluator;
    }

    VersionedRuleset held() {
        return held;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    Object read(FlagContext context) {
        return context == null ? null : context.asked(this::kinds);
    }

    private Set<String> kinds() {
        Set<String> known = kinds;
        if (known == null) {
            known = NamedKinds.of(held.ruleset());
            kinds = known;
        }
        return known;
    }
}
