package dev.dream.sdk.flags;

import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.flags.conditions.Conditions;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.json.JsonException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One flag of a {@link TestFlagData}. Each call takes effect at once, in every client made from it. One that names a
 * variation which the flag does not have is refused with a {@link ConfigurationException}, and changes nothing.
 */
public final class TestFlag {

    private static final double ALL = 100_000;
    private static final Map<String, Object> ON = Map.of(
        "state",
        "on",
        "variations",
        Map.of("on", true, "off", false),
        "offVariation",
        "off",
        "clientSide",
        true,
        "fallthrough",
        Map.of("variation", "on")
    );

    private final String key;
    private final TestFlagData data;
    private Map<String, Object> rules = new LinkedHashMap<>();

    TestFlag(String key, Object known, TestFlagData data) {
        this.key = key;
        this.data = data;
        Map<?, ?> begin = known instanceof Map<?, ?> map ? map : ON;
        begin.forEach((name, value) -> rules.put(String.valueOf(name), value));
    }

    /**
     * It is asked: targets, rules, then what everybody else gets. A boolean flag of which nothing else was said is
     * true.
     *
     * @return this
     */
    public TestFlag on() {
        return rules(Map.of("state", "on"));
    }

    /**
     * Everybody gets the off variation; where there is none, the default given in code.
     *
     * @return this
     */
    public TestFlag off() {
        return rules(Map.of("state", "off"));
    }

    /**
     * Everybody gets this value, whoever asks.
     *
     * @param value as JSON has it, of which a copy is kept
     * @return this
     * @throws ConfigurationException for what JSON cannot hold
     */
    public synchronized TestFlag value(Object value) {
        Map<String, Object> variations = new LinkedHashMap<>();
        variations.put("value", jsonOf(value));
        Map<String, Object> rest = new LinkedHashMap<>(rules);
        List.of("entitlement", "experiment", "prerequisites", "rules", "schedule", "targets").forEach(rest::remove);
        rules = rest;
        Map<String, Object> everybody = Map.of("variation", "value");
        return rules(
            Map.of("state", "on", "variations", variations, "offVariation", "value", "fallthrough", everybody)
        );
    }

    /**
     * What it can be, by name, in place of {@code on} and {@code off}. The first is what everybody gets, until
     * something else is said.
     *
     * @param variations values as JSON has them, of which copies are kept; a map that keeps its order, such as a {@link
     *     LinkedHashMap}
     * @return this
     * @throws ConfigurationException for what JSON cannot hold, and where there is none, or a target, a rule, the
     *     schedule or the experiment gives another one
     */
    public synchronized TestFlag variations(Map<String, ?> variations) {
        Map<String, Object> all = new LinkedHashMap<>();
        variations.forEach((name, value) -> all.put(name, jsonOf(value)));
        String first = all.isEmpty() ? "" : all.keySet().iterator().next();
        List<Object> names = VariationNames.served(rules);
        names.add(0, first);
        VariationNames.check(key, all, names);
        rules = new LinkedHashMap<>(rules);
        if (!all.containsKey(rules.get("offVariation"))) rules.remove("offVariation");
        return rules(Map.of("variations", all, "fallthrough", Map.of("variation", first)));
    }

    /**
     * What those get of whom nothing else was said.
     *
     * @param variation its name
     * @return this
     */
    public TestFlag fallthrough(String variation) {
        check(Collections.singleton(variation));
        return rules(Map.of("fallthrough", Map.of("variation", variation)));
    }

    /**
     * What everybody gets while it is off.
     *
     * @param variation its name
     * @return this
     */
    public TestFlag offVariation(String variation) {
        check(Collections.singleton(variation));
        return rules(Map.of("offVariation", variation));
    }

    /**
     * Those with these keys get the variation.
     *
     * @param variation its name
     * @param kind of context
     * @param keys of contexts
     * @return this
     */
    public TestFlag target(String variation, String kind, String... keys) {
        check(Collections.singleton(variation));
        return append("targets", Map.of("kind", kind, "keys", List.of(keys), "variation", variation));
    }

    /**
     * Those of whom all of it holds get the variation; asked in the order in which rules were given.
     *
     * @param condition as files have it, or the ruleset's own
     * @param variation its name
     * @return this
     * @throws ConfigurationException for a condition that a file would not be let through with
     */
    public TestFlag rule(Map<String, ?> condition, String variation) {
        check(Collections.singleton(variation));
        return append("rules", Map.of("if", data.compile(condition, key), "serve", Map.of("variation", variation)));
    }

    /**
     * The same with a name, which details tell.
     *
     * @param condition as files have it, or the ruleset's own
     * @param variation its name
     * @param name of the rule
     * @return this
     * @throws ConfigurationException for a condition that a file would not be let through with
     */
    public TestFlag rule(Map<String, ?> condition, String variation, String name) {
        check(Collections.singleton(variation));
        Map<String, Object> test = data.compile(condition, key);
        return append("rules", Map.of("name", name, "if", test, "serve", Map.of("variation", variation)));
    }

    /**
     * Deals everybody who comes that far by the key of the user.
     *
     * @param weights as for {@link #rollout(Map, String)}
     * @return this
     * @throws ConfigurationException for weights that deal nothing
     */
    public TestFlag rollout(Map<String, ? extends Number> weights) {
        return rollout(weights, "user.key");
    }

    /**
     * Deals everybody who comes that far, to the same people as these percentages in a file. A flag whose fallthrough
     * has a rollout keeps its salt, hash and seed.
     *
     * @param weights of variations, or percentages: what matters is how they stand to each other
     * @param by what is dealt
     * @return this
     * @throws ConfigurationException for weights that deal nothing
     */
    public synchronized TestFlag rollout(Map<String, ? extends Number> weights, String by) {
        List<Map<String, Object>> parts = partsOf(new TreeMap<>(weights));
        check(weights.keySet());
        Object fallthrough = rules.get("fallthrough");
        Object before = fallthrough instanceof Map<?, ?> serving ? serving.get("rollout") : null;
        Object deal = before instanceof Map<?, ?> rollout ? rollout.get("deal") : null;
        Object own = deal == null ? Map.of("hash", "murmur3", "salt", key) : deal;
        Map<String, Object> rollout = Map.of("by", Conditions.attribute(by), "deal", own, "parts", parts);
        return rules(Map.of("fallthrough", Map.of("rollout", rollout)));
    }

    /**
     * What nothing above can say, in the ruleset's own words.
     *
     * @param changes fields of the flag
     * @return this
     */
    public TestFlag rules(Map<String, ?> changes) {
        Map<String, Object> all;
        synchronized (this) {
            all = new LinkedHashMap<>(rules);
            all.putAll(changes);
            rules = all;
        }
        data.put("flags", key, all);
        return this;
    }

    private synchronized void check(Collection<String> names) {
        VariationNames.check(key, rules.get("variations"), names);
    }

    private synchronized TestFlag append(String list, Map<String, Object> member) {
        List<Object> all = rules.get(list) instanceof List<?> before ? new ArrayList<>(before) : new ArrayList<>();
        all.add(member);
        return rules(Map.of(list, all));
    }

    /** No server would have sent another value. */
    private Object jsonOf(Object value) {
        try {
            Json.write(value);
            return Json.copy(value);
        } catch (JsonException cause) {
            throw new ConfigurationException("A value of the flag `" + key + "` is no JSON.", cause);
        }
    }

    /** Of a total of 100,000, by name as in files. */
    private static List<Map<String, Object>> partsOf(TreeMap<String, Number> weights) {
        double total = weights.values().stream().mapToDouble(Number::doubleValue).sum();
        boolean isBelow = weights
            .values()
            .stream()
            .anyMatch(weight -> weight.doubleValue() < 0);
        if (!(total > 0) || Double.isInfinite(total) || isBelow) {
            throw new ConfigurationException("The weights of a rollout are numbers from 0, of which one is above it.");
        }
        List<Map<String, Object>> parts = new ArrayList<>();
        double sum = 0;
        double before = 0;
        for (Map.Entry<String, Number> one : weights.entrySet()) {
            sum += one.getValue().doubleValue();
            double upTo = Math.floor((sum / total) * ALL + 0.5);
            // What is too small for one in 100,000 deals nobody, as in files.
            if (upTo > before) parts.add(Map.of("variation", one.getKey(), "upTo", upTo));
            before = upTo;
        }
        return parts;
    }
}
