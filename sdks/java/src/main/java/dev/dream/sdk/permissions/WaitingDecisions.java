package dev.dream.sdk.permissions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Decisions that were not sent yet, the one that waits longest first. Not for several threads at once. */
final class WaitingDecisions {

    private static final int MOST_IN_CALL = 1_000;

    /** Bytes; the server takes no call that is much larger. */
    private static final int LARGEST_CALL = 1_000_000;

    private Deque<CollectedDecision> waiting = new ArrayDeque<>();

    int size() {
        return waiting.size();
    }

    void add(CollectedDecision decision) {
        waiting.add(decision);
    }

    /** {@code null} where nothing waits. */
    CollectedDecision first() {
        return waiting.peek();
    }

    /**
     * As many as go into one call, which then wait no more. A call is about the tenant of the client, or about those
     * that its decisions name: one that was about both would be refused.
     */
    DecisionBatch take() {
        boolean isNamed = waiting.element().tenant() != null;
        List<CollectedDecision> taken = new ArrayList<>();
        Deque<CollectedDecision> left = new ArrayDeque<>();
        int size = 0;
        for (CollectedDecision one : waiting) {
            boolean fits = taken.size() < MOST_IN_CALL && size + one.size() <= LARGEST_CALL;
            if (!fits || isNamed != (one.tenant() != null)) {
                left.add(one);
            } else {
                size += one.size();
                taken.add(one);
            }
        }
        waiting = left;
        return DecisionBatch.of(taken);
    }

    void clear() {
        waiting.clear();
    }
}
