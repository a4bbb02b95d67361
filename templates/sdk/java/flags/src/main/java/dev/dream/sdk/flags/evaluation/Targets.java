package dev.dream.sdk.flags.evaluation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The first target that names the context decides, however long the lists are: one look-up per kind of context. */
final class Targets {

    private Targets() {}

    private record Target(int order, Outcome outcome) {}

    private record Named(Attribute key, Map<String, Target> targets) {}

    /** Null for whom none of the targets names; null as a whole where there are none. */
    static Answer compile(Map<?, ?> source, Answers answers) {
        Map<String, Map<String, Target>> kinds = new LinkedHashMap<>();
        int order = 0;
        for (Map<?, ?> one : Fields.objectsOrNone(source, "targets")) {
            Outcome outcome = answers.of(Fields.textIn(one, "variation"), Because.of("TARGETING_MATCH"));
            Target target = new Target(order, outcome);
            order += 1;
            Map<String, Target> named = kinds.computeIfAbsent(Fields.textIn(one, "kind"), kind -> new HashMap<>());
            for (String key : Fields.textsIn(one, "keys")) named.putIfAbsent(key, target);
        }
        if (kinds.isEmpty()) return null;
        Named[] all = kinds
            .entrySet()
            .stream()
            .map(kind -> new Named(Attribute.keyOf(kind.getKey()), kind.getValue()))
            .toArray(Named[]::new);
        return asked -> {
            Target first = null;
            for (Named one : all) {
                Target target = one.targets().get(one.key().unit(asked));
                if (target != null && (first == null || target.order() < first.order())) first = target;
            }
            return first == null ? null : first.outcome();
        };
    }
}
