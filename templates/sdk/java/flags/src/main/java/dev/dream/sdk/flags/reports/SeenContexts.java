package dev.dream.sdk.flags.reports;

import dev.dream.sdk.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/**
 * A sample of the contexts that flags were asked for, each once. Any evaluation has about the same chance to be looked
 * at, however many there are: the n-th one that of 100 to n.
 */
final class SeenContexts {

    /** Contexts in one report. */
    private static final int MOST = 100;

    private final DoubleSupplier random;
    private final AtomicLong pass = new AtomicLong();
    private Map<String, Map<String, Object>> contexts = new LinkedHashMap<>();
    private double evaluations;

    SeenContexts(DoubleSupplier random) {
        this.random = random;
    }

    /** Costs a subtraction, nearly always. */
    void see(Object context, Sensitive sensitive) {
        if (pass.getAndDecrement() <= 0) look(context, sensitive);
    }

    /** Those of the sample, without what has become sensitive since. The next one begins. */
    synchronized List<Map<String, Object>> take(Sensitive sensitive) {
        List<Map<String, Object>> taken = new ArrayList<>();
        for (Map<String, Object> context : contexts.values()) {
            Map<String, Object> copy = ContextCopy.of(context, sensitive);
            if (copy != null) taken.add(copy);
        }
        contexts = new LinkedHashMap<>();
        evaluations = 0;
        pass.set(0);
        return taken;
    }

    private synchronized void look(Object context, Sensitive sensitive) {
        evaluations += 1;
        // How many in a row are passed over where each is looked at by this chance: none as long as there is room.
        double chance = Math.min(1, MOST / (evaluations + 1));
        double gap = Math.floor(Math.log(1 - random.getAsDouble()) / Math.log1p(-chance));
        evaluations += gap;
        pass.set((long) gap);
        Map<String, Object> copy = ContextCopy.of(context, sensitive);
        String identity = copy == null ? "" : identityOf(copy);
        if (identity.isEmpty()) return;
        if (!contexts.containsKey(identity) && contexts.size() >= MOST) forgetOne();
        contexts.put(identity, copy);
    }

    private void forgetOne() {
        List<String> identities = new ArrayList<>(contexts.keySet());
        contexts.remove(identities.get((int) (random.getAsDouble() * identities.size())));
    }

    /** Kinds and keys: the same users with other attributes are the same context. Empty where nobody is named. */
    private static String identityOf(Map<String, Object> context) {
        Map<String, Object> keys = new TreeMap<>();
        context.forEach((kind, attributes) -> {
            Object key = attributes instanceof Map<?, ?> map ? map.get("key") : null;
            if (key != null) keys.put(kind, key);
        });
        return keys.isEmpty() ? "" : Json.write(keys);
    }
}
