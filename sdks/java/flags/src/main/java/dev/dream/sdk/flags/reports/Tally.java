package dev.dream.sdk.flags.reports;

import dev.dream.sdk.flags.evaluation.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what is served. The same outcome is the same object for as long as a ruleset holds, so an evaluation costs one
 * look into a map.
 */
final class Tally {

    /** Outcomes that are counted one by one; of more than these, as when ever new keys are asked for, nobody keeps count. */
    private static final int MOST_COUNTERS = 20_000;

    private static final int MOST_COUNTS = 10_000;

    private static final class Counter {

        /** The lower, the sooner it was first served. */
        private final long order;
        /** Served, and taken. */
        private final LongAdder taken = new LongAdder();
        /** Of another type than was asked for: the default was taken in its place. */
        private final LongAdder misfits = new LongAdder();

        private Counter(long order) {
            this.order = order;
        }
    }

    private final AtomicLong orders = new AtomicLong();

    private volatile Map<Outcome, Counter> counters = new ConcurrentHashMap<>();
    /** Of the ruleset before: somebody may still be counting with it. */
    private Map<Outcome, Counter> retired = Map.of();

    private final Map<Count, Count> counts = new LinkedHashMap<>();

    void count(Outcome outcome, boolean isTaken) {
        Map<Outcome, Counter> all = counters;
        Counter counter = all.get(outcome);
        if (counter == null) {
            if (all.size() >= MOST_COUNTERS) return;
            counter = all.computeIfAbsent(outcome, one -> new Counter(orders.getAndIncrement()));
        }
        (isTaken ? counter.taken : counter.misfits).increment();
    }

    /** To be called when another ruleset takes over: its outcomes are other objects. */
    synchronized void turnOver() {
        sumUp();
        retired = counters;
        counters = new ConcurrentHashMap<>();
    }

    /** All that was counted since the last time. */
    synchronized List<Count> take() {
        sumUp();
        List<Count> taken = new ArrayList<>(counts.values());
        counts.clear();
        return taken;
    }

    /** Counts again what could not be sent; what goes beyond the bound is forgotten. */
    synchronized void putBack(List<Count> unsent) {
        unsent.forEach(this::sum);
    }

    private void sumUp() {
        for (Map<Outcome, Counter> all : List.of(retired, counters)) {
            List<Map.Entry<Outcome, Counter>> inOrder = new ArrayList<>(all.entrySet());
            // What goes beyond the bound is what came last; a map by hashes would leave out whichever it likes.
            inOrder.sort(Comparator.comparingLong(entry -> entry.getValue().order));
            for (Map.Entry<Outcome, Counter> entry : inOrder) {
                Outcome outcome = entry.getKey();
                Counter counter = entry.getValue();
                long taken = counter.taken.sumThenReset();
                sum(new Count(outcome.flag(), outcome.variant(), outcome.reason(), taken));
                sum(new Count(outcome.flag(), null, "ERROR", counter.misfits.sumThenReset()));
            }
        }
    }

    private void sum(Count counted) {
        if (!counted.canBeTold()) return;
        Count before = counts.get(counted.identity());
        if (before == null && counts.size() >= MOST_COUNTS) return;
        counts.put(counted.identity(), before == null ? counted : before.plus(counted));
    }
}
