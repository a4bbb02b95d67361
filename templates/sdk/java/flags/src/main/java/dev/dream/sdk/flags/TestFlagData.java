package dev.dream.sdk.flags;

import dev.dream.sdk.flags.conditions.Conditions;
import dev.dream.sdk.flags.evaluation.VersionedRuleset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Flags for tests, set in code and evaluated by the evaluator that production has, without a network:
 *
 * <pre>{@code
 * TestFlagData flags = TestFlagData.create();
 * flags.flag("new-checkout").rule(Map.of("tenant.plan", List.of("pro", "enterprise")), "on").fallthrough("off");
 * FlagClient client = flags.client();
 * }</pre>
 *
 * <p>Conditions are those of files, with the same operators, and mean the same; one that a file would not be let
 * through with is a {@link dev.dream.sdk.errors.ConfigurationException}. Patterns ({@code matches}) are compiled by
 * servers only: begin with the ruleset of one.
 */
public final class TestFlagData {

    private final Set<FlagClient> clients = ConcurrentHashMap.newKeySet();
    private final Map<String, TestFlag> flags = new LinkedHashMap<>();
    private Map<String, Object> ruleset;
    private long revision;

    private TestFlagData(Map<String, Object> ruleset) {
        this.ruleset = ruleset;
        this.revision = ruleset.get("revision") instanceof Number number ? number.longValue() : 0;
    }

    /** {@return data without any flags} */
    public static TestFlagData create() {
        return create(Map.of("format", 1, "environment", "test", "revision", 0, "madeAt", 0));
    }

    /**
     * Data with the flags of a ruleset.
     *
     * @param ruleset the field {@code ruleset} of what a server answered, for instance
     * @return the data, which changes nothing of the ruleset
     */
    public static TestFlagData create(Map<String, ?> ruleset) {
        Map<String, Object> all = new LinkedHashMap<>(ruleset);
        for (String part : List.of("flags", "segments", "entitlements")) all.putIfAbsent(part, Map.of());
        return new TestFlagData(all);
    }

    /**
     * One flag. One that was not there is on, and true for everybody.
     *
     * @param key of the flag
     * @return the same object again for the same key
     */
    public TestFlag flag(String key) {
        TestFlag flag;
        synchronized (this) {
            TestFlag known = flags.get(key);
            if (known != null) return known;
            flag = new TestFlag(key, part("flags").get(key), this);
            flags.put(key, flag);
        }
        return flag.rules(Map.of());
    }

    /**
     * From now on there is no such flag.
     *
     * @param key of the flag
     * @return this
     */
    public TestFlagData remove(String key) {
        synchronized (this) {
            flags.remove(key);
        }
        return put("flags", key, null);
    }

    /**
     * A segment, for rules that ask {@code {segment: key}}.
     *
     * @param key of the segment
     * @param segment as a file has it: {@code include}, {@code exclude}, {@code rules} with conditions
     * @return this
     */
    public TestFlagData segment(String key, Map<String, ?> segment) {
        Map<String, Object> compiled = new LinkedHashMap<>(segment);
        if (segment.get("rules") instanceof List<?> rules) {
            List<Object> all = new ArrayList<>();
            for (Object rule : rules) all.add(compiledRule((Map<?, ?>) rule, key));
            compiled.put("rules", all);
        }
        return put("segments", key, compiled);
    }

    /**
     * An entitlement, for flags that ask for it by {@code rules(Map.of("entitlement", key))}.
     *
     * @param key of the entitlement
     * @param requiredPlan the lowest plan that grants it; null where none does
     * @param plans that grant it
     * @return this
     */
    public TestFlagData entitlement(String key, String requiredPlan, List<String> plans) {
        Map<String, Object> gate = new LinkedHashMap<>();
        gate.put("plans", List.copyOf(plans));
        gate.put("requiredPlan", requiredPlan);
        return put("entitlements", key, gate);
    }

    /**
     * What is known of a tenant that its context does not say.
     *
     * @param id of the tenant
     * @param facts {@code plan} and {@code overrides}, as a ruleset has them
     * @return this
     */
    public TestFlagData tenant(String id, Map<String, ?> facts) {
        return put("tenants", id, facts);
    }

    /** {@return the rules as they hold now} */
    public synchronized Map<String, Object> ruleset() {
        return Collections.unmodifiableMap(ruleset);
    }

    /** {@return a client that feels every change of this from now on, until it is closed; it is VALID at once} */
    public FlagClient client() {
        return client(FlagClient.builder());
    }

    /**
     * The same, set up otherwise.
     *
     * @param options all but the server, the mode and the bootstrap
     * @return the client
     */
    public FlagClient client(FlagClientBuilder options) {
        FlagClient client = options.mode(FlagMode.OFFLINE).bootstrap(versioned().toJson()).build();
        clients.removeIf(one -> one.status() == FlagStatus.OFF);
        clients.add(client);
        client.replace(this::versioned);
        return client;
    }

    synchronized boolean hasSegment(String key) {
        return part("segments").containsKey(key);
    }

    Map<String, Object> compile(Map<String, ?> condition, String salt) {
        return Conditions.compile(condition, salt, this::hasSegment);
    }

    /** Null takes an entry away. */
    TestFlagData put(String part, String key, Object value) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(key, value);
        return putAll(part, entry);
    }

    /** All at once: no client sees some of them without the others. */
    TestFlagData putAll(String part, Map<String, Object> changes) {
        synchronized (this) {
            Map<String, Object> entries = part(part);
            entries.putAll(changes);
            entries.values().removeIf(Objects::isNull);
            revision += 1;
            Map<String, Object> next = new LinkedHashMap<>(ruleset);
            next.put(part, entries);
            next.put("revision", revision);
            ruleset = next;
        }
        // Never while the lock is held: clients tell their listeners, who may set flags themselves.
        for (FlagClient client : clients) client.replace(this::versioned);
        return this;
    }

    private synchronized VersionedRuleset versioned() {
        return new VersionedRuleset("test-" + revision, ruleset);
    }

    private Map<String, Object> part(String name) {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (ruleset.get(name) instanceof Map<?, ?> map) map.forEach((key, value) ->
            entries.put(String.valueOf(key), value)
        );
        return entries;
    }

    private Map<String, Object> compiledRule(Map<?, ?> rule, String key) {
        Map<String, Object> compiled = new LinkedHashMap<>();
        rule.forEach((name, value) -> compiled.put(String.valueOf(name), value));
        Map<String, Object> condition = new LinkedHashMap<>();
        if (rule.get("if") instanceof Map<?, ?> map) map.forEach((name, value) ->
            condition.put(String.valueOf(name), value)
        );
        compiled.put("if", compile(condition, key));
        return compiled;
    }
}
