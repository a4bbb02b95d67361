package dev.dream.sdk.flags.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which flags cannot be evaluated, because what they hang on leads back to them or too far. */
final class PrerequisiteChains {

    private static final class Node {

        private final List<Node> dependents = new ArrayList<>();
        /** Prerequisites that have not been counted yet. */
        private int open;

        private int depth;
        private long ways = 1;
    }

    private PrerequisiteChains() {}

    /** Flags without end, each with the reason. All others can be evaluated one after the other, however they hang together. */
    static Map<String, String> withoutEnd(Map<String, Object> sources) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (String key : sources.keySet()) nodes.put(key, new Node());
        nodes.forEach((key, node) -> {
            for (String other : prerequisitesOf(sources.get(key))) {
                Node prerequisite = nodes.get(other);
                if (prerequisite == null) continue;
                prerequisite.dependents.add(node);
                node.open += 1;
            }
        });
        count(nodes);
        Map<String, String> problems = new HashMap<>();
        nodes.forEach((key, node) -> {
            if (node.open > 0) problems.put(key, "a circle of prerequisites");
            else if (node.depth > Limits.LONGEST_CHAIN || node.ways > Limits.MOST_WAYS) {
                problems.put(key, "too many prerequisites");
            }
        });
        return problems;
    }

    private static void count(Map<String, Node> nodes) {
        Deque<Node> ready = new ArrayDeque<>();
        for (Node node : nodes.values()) if (node.open == 0) ready.push(node);
        while (!ready.isEmpty()) {
            Node node = ready.pop();
            for (Node dependent : node.dependents) {
                dependent.open -= 1;
                dependent.depth = Math.max(dependent.depth, node.depth + 1);
                // Not beyond what is too much: in a long enough chain the sum would begin again from below zero.
                dependent.ways = Math.min(dependent.ways + node.ways, Integer.MAX_VALUE);
                if (dependent.open == 0) ready.push(dependent);
            }
        }
    }

    private static List<String> prerequisitesOf(Object source) {
        List<String> keys = new ArrayList<>();
        try {
            if (!(source instanceof Map<?, ?> flag)) return keys;
            for (Map<?, ?> one : Fields.objectsOrNone(flag, "prerequisites")) keys.add(Fields.textIn(one, "flag"));
            return keys;
        } catch (RuntimeException malformed) {
            // Compiling the flag says what is wrong with it.
            return List.of();
        }
    }
}
