package dev.dream.sdk.flags;

import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What programs hand over by mistake, and what somebody may hand over on purpose. */
final class HostileContexts {
    private HostileContexts() {}

    private static final class Failing extends AbstractMap<String, Object> {
        @Override
        public Object get(Object key) {
            throw new IllegalStateException("no");
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            throw new IllegalStateException("no");
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, ?>> all() {
        Map<String, Object> circle = new HashMap<>();
        circle.put("key", "ada");
        circle.put("role", circle);
        Map<Object, Object> numbered = new TreeMap<>(Map.of(1, "one"));
        Map<String, Object> wrongNames = (Map<String, Object>) (Map<?, ?>) numbered;
        Map<String, Object> nulls = new HashMap<>();
        nulls.put(null, "nobody");
        nulls.put("user", null);
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        return Arrays.asList(
                new Failing(),
                Map.of("user", new Failing()),
                Map.of("user", Map.of("role", new Failing())),
                Map.of("user", circle),
                circle,
                wrongNames,
                Map.of("user", numbered),
                nulls,
                Map.of("user", "ada"),
                Map.of("user", Map.of("key", new Object())),
                Map.of("user", Map.of("role", endless)),
                Map.of("user", Map.of("role", Collections.nCopies(1_000_000, "admin"))),
                Map.of("user", Map.of("role", "x".repeat(1_000_000))),
                Map.of("user", Map.of("role", Double.NaN, "age", Double.POSITIVE_INFINITY)),
                Map.of("user", Map.of("role", Instant.MAX, "age", new Date(Long.MAX_VALUE))),
                Map.of("user", Map.of("role", new Object[] {null, 1}, "age", Thread.currentThread())),
                Map.of("targetingKey", List.of(), "x", 1),
                Map.of("kind", "multi", "user", 7));
    }
}
