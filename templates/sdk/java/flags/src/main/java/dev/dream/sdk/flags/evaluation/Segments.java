package dev.dream.sdk.flags.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles each segment when a flag first asks for it, once: segments may ask for segments. */
final class Segments {

    /** Made, or why it cannot be; neither while it is being made. */
    private static final class Member {

        private Check check;
        private String problem;
        /** Tests it may ask, those of its segments included. */
        private int tests;
        /** Segments below it, counted downwards. */
        private int depth;
    }

    private final Map<?, ?> sources;
    private final Map<String, Member> members = new HashMap<>();
    /** Of the deepest segment that the one being made has asked for; below 0 while none is made. */
    private int deepest = -1;

    Segments(Map<?, ?> sources) {
        this.sources = sources;
    }

    /** Whether a context belongs to the segment. Throws {@link Malformed} where it cannot be made. */
    Check member(String key, Scope scope) {
        Member member = members.get(key);
        if (member == null) member = make(key, scope);
        if (member.problem != null) throw new Malformed(member.problem);
        if (member.check == null) throw new Malformed("`" + key + "` asks for itself");
        if (deepest >= 0) {
            if (member.depth >= Limits.DEEPEST_SEGMENT) throw new Malformed(Limits.TOO_DEEP);
            deepest = Math.max(deepest, member.depth);
        }
        scope.spend(member.tests);
        return member.check;
    }

    private Member make(String key, Scope scope) {
        Member member = new Member();
        members.put(key, member);
        int outside = deepest;
        deepest = 0;
        try {
            if (!(sources.get(key) instanceof Map<?, ?> source)) {
                throw new Malformed("there is no segment `" + key + "`");
            }
            Scope inner = new Scope(scope.surroundings());
            member.check = compile(source, inner);
            member.tests = inner.tests();
            member.depth = deepest + 1;
        } catch (Malformed malformed) {
            member.problem = malformed.getMessage();
        } finally {
            deepest = outside;
        }
        return member;
    }

    private static Check compile(Map<?, ?> source, Scope scope) {
        Check isNamed = keysCheck(source, "include");
        Check isKeptOut = keysCheck(source, "exclude");
        List<Check> rules = new ArrayList<>();
        for (Map<?, ?> rule : Fields.objectsOrNone(source, "rules")) {
            rules.add(Tests.compile(Fields.objectIn(rule, "if"), scope, 0));
        }
        Check fits = Check.anyOf(rules);
        return asked -> !isKeptOut.holds(asked) && (isNamed.holds(asked) || fits.holds(asked));
    }

    /** Named by key, by kind of context. */
    private static Check keysCheck(Map<?, ?> segment, String field) {
        List<Check> checks = new ArrayList<>();
        if (Fields.has(segment, field)) {
            Map<?, ?> source = Fields.objectIn(segment, field);
            for (Object kind : source.keySet()) {
                Set<String> keys = new HashSet<>(Fields.textsIn(source, String.valueOf(kind)));
                Attribute key = Attribute.keyOf(String.valueOf(kind));
                checks.add(asked -> keys.contains(key.unit(asked)));
            }
        }
        return Check.anyOf(checks);
    }
}
