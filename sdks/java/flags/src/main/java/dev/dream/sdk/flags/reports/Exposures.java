package dev.dream.sdk.flags.reports;

import dev.dream.sdk.flags.evaluation.AttributePath;
import dev.dream.sdk.flags.evaluation.Outcome;
import dev.dream.sdk.flags.evaluation.Units;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Each unit of each flag is told once, and again if it is ever given another variation or the experiment begins anew. */
final class Exposures {

    /** Waiting to be sent. */
    private static final int MOST = 10_000;
    /** Of those told already that are remembered: between this many and twice as many. */
    private static final int REMEMBERED = 25_000;
    /** Longer than any key; a server takes no longer one. */
    private static final int LONGEST_UNIT = 1_000;

    /** Attributes that a server takes; for one that it does not it would refuse a whole report. */
    private static final Pattern TOLD = Pattern.compile(
        "[a-z][A-Za-z0-9_-]*(\\.([^.\"\\s=][^.\\s=]*|\"([^\"\\\\]|\\\\[\"\\\\])+\"))+"
    );

    private final Clock clock;
    private final Deque<Exposure> waiting = new ArrayDeque<>();
    private Set<Exposure> lately = new HashSet<>();
    private Set<Exposure> before = new HashSet<>();
    /** Of the flags that have an experiment, the start it says; an absent one is a value of its own. */
    private Map<String, Object> starts = Map.of();

    Exposures(Clock clock) {
        this.clock = clock;
    }

    /** For an outcome that counts for an experiment. Throws what a map of the program's own throws. */
    void add(Outcome outcome, Object context, Sensitive sensitive) {
        String by = outcome.unit();
        String variation = outcome.variant();
        if (by == null || variation == null || variation.length() > 128 || by.length() > 256) return;
        AttributePath path = AttributePath.read(by);
        String unit = sensitive.holds(path) || !TOLD.matcher(by).matches() ? null : unitOf(context, path);
        if (unit == null || unit.isEmpty() || unit.length() > LONGEST_UNIT) return;
        tell(new Exposure(outcome.flag(), variation, by, unit, ""));
    }

    private synchronized void tell(Exposure exposure) {
        if (waiting.size() >= MOST || before.contains(exposure) || !lately.add(exposure)) return;
        if (lately.size() >= REMEMBERED) {
            before = lately;
            lately = new HashSet<>();
        }
        String at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        waiting.add(new Exposure(exposure.flag(), exposure.variation(), exposure.by(), exposure.unit(), at));
    }

    /** What was told of a flag that has another experiment now is told again. */
    synchronized void begin(Map<String, Object> now) {
        Set<String> same = new HashSet<>(now.keySet());
        same.removeIf(flag -> !starts.containsKey(flag) || !Objects.equals(starts.get(flag), now.get(flag)));
        lately.removeIf(exposure -> !same.contains(exposure.flag()));
        before.removeIf(exposure -> !same.contains(exposure.flag()));
        starts = now;
    }

    /** Forgets those of attributes that have become sensitive since. */
    synchronized void withhold(Sensitive sensitive) {
        waiting.removeIf(exposure -> sensitive.holds(AttributePath.read(exposure.by())));
    }

    /** At most so many, the oldest first. */
    synchronized List<Exposure> take(int count) {
        List<Exposure> taken = new ArrayList<>();
        while (taken.size() < count && !waiting.isEmpty()) taken.add(waiting.remove());
        return taken;
    }

    synchronized void putBack(List<Exposure> exposures) {
        for (int place = exposures.size() - 1; place >= 0; place -= 1) waiting.addFirst(exposures.get(place));
        while (waiting.size() > MOST) waiting.removeLast();
    }

    private static String unitOf(Object context, AttributePath path) {
        Object value = context instanceof Map<?, ?> map ? map.get(path.kind()) : null;
        for (String name : path.path()) value = value instanceof Map<?, ?> map ? map.get(name) : null;
        return Units.of(value);
    }
}
