package dev.dream.sdk.flags.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Deals variations to units. */
final class Rollout implements Answer {

    private final Attribute dealt;
    private final String attribute;
    private final Deal deal;
    private final double[] cuts;
    private final Outcome[] plain;
    private final Outcome[] counted;
    private final Outcome withoutUnit;
    private final Outcome heldOut;
    private final Outcome control;
    private final Experiment experiment;
    private final Predicate<String> isExposed;
    private final StickyRollout sticky;

    private Rollout(Map<?, ?> source, Place place) {
        Map<?, ?> by = Fields.objectIn(source, "by");
        dealt = Attribute.in(by);
        deal = Deals.in(source);
        List<String> names = new ArrayList<>();
        cuts = deal.cuts(readParts(source, names));
        Because split = place.because().reason("SPLIT");
        attribute = AttributePath.in(by).toString();
        Because counting = split.counting(attribute);
        Answers answers = place.answers();
        plain = outcomes(names, answers, split);
        experiment = place.experiment();
        Outcome missing = answers.error("TARGETING_KEY_MISSING", "`" + attribute + "` is absent", place.because());
        Outcome first = deal.withoutUnit() == WithoutUnit.FIRST ? plain[partAt(0)] : null;
        withoutUnit = deal.withoutUnit() == WithoutUnit.ERROR ? missing : first;
        isExposed = exposure(Fields.optional(source, "exposure", Fields::objectIn));
        counted = outcomes(names, answers, counting);
        heldOut = answers.off(split);
        boolean hasControl = experiment != null && experiment.control() != null;
        control = hasControl ? answers.of(experiment.control(), split) : heldOut;
        Sticky store = place.scope().surroundings().sticky();
        boolean isSticky = Fields.isTrue(source, "sticky") && store != null;
        sticky = isSticky ? new StickyRollout(answers, store, split, counting) : null;
    }

    static Answer compile(Map<?, ?> source, Place place) {
        return new Rollout(source, place);
    }

    @Override
    public Outcome to(Asked asked) {
        String unit = deal.unit(dealt.read(asked));
        if (unit == null) return withoutUnit;
        if (experiment != null && experiment.isHeldOut().test(unit)) return heldOut;
        if (experiment != null && !experiment.takesPart().test(unit)) return control;
        boolean counts = experiment != null && experiment.counts(asked);
        String stickyUnit = sticky == null ? null : attribute + "=" + unit;
        Outcome before = sticky == null ? null : sticky.before(stickyUnit, counts);
        if (before != null) return before;
        if (isExposed != null && !isExposed.test(unit)) return null;
        Outcome found = (counts ? counted : plain)[partAt(deal.position(unit))];
        if (sticky != null && found != null) sticky.remember(stickyUnit, found.variant());
        return found;
    }

    /** The last part takes whatever the others leave. */
    private int partAt(double position) {
        int last = cuts.length - 1;
        for (int part = 0; part < last; part += 1) if (position < cuts[part]) return part;
        return last;
    }

    /** With the name of each part's variation, null for a gap, put into {@code names}. */
    private static List<DealtPart> readParts(Map<?, ?> source, List<String> names) {
        List<DealtPart> parts = new ArrayList<>();
        int before = 0;
        for (Map<?, ?> part : Fields.objectsIn(source, "parts")) {
            String variation = Fields.textOrNull(part, "variation");
            int upTo = Deals.bucketIn(part, "upTo");
            if (upTo < before) throw new Malformed("`parts` are not in order");
            before = upTo;
            names.add(variation);
            parts.add(new DealtPart(upTo, variation == null));
        }
        if (before != Deals.ALL) throw new Malformed("`parts` do not reach 100,000");
        return parts;
    }

    private static Outcome[] outcomes(List<String> names, Answers answers, Because because) {
        Map<String, Outcome> known = new HashMap<>();
        Outcome[] found = new Outcome[names.size()];
        for (int part = 0; part < found.length; part += 1) {
            String name = names.get(part);
            found[part] = name == null ? null : known.computeIfAbsent(name, one -> answers.of(one, because));
        }
        return found;
    }

    private static Predicate<String> exposure(Map<?, ?> source) {
        if (source == null) return null;
        Deal deal = Deals.in(source);
        double cut = Deals.cutAt(deal, Deals.bucketIn(source, "upTo"));
        return unit -> deal.position(unit) < cut;
    }
}
