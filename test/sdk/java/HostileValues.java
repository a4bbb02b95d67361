import dev.dream.sdk.DreamOptions;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.core.Input;
import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.json.JsonException;
import dev.dream.sdk.params.EntitlementOverridesSetBody;
import dev.dream.sdk.params.NewAuditEntry;
import dev.dream.sdk.params.TenantsUpdateBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Values that a program gives, and goes on to change or to print. */
final class HostileValues {

    private HostileValues() {}

    /** Values that hold each other, and what lies in many places, are gone through once each. */
    static void copiedOnce() {
        List<Map<String, Object>> ring = new ArrayList<>();
        for (int nth = 0; nth < 24; nth += 1) ring.add(new HashMap<>());
        for (Map<String, Object> one : ring) {
            for (int nth = 0; nth < 24; nth += 1) one.put("n" + nth, ring.get(nth));
        }
        TenantsUpdateBody body = TenantsUpdateBody.builder().attributes(ring.get(0)).build();
        try {
            Json.write(body);
            throw new AssertionError("what lies in itself was written");
        } catch (JsonException refused) {
            // As it is to be.
        }
        Object twice = List.of("a");
        for (int depth = 0; depth < 60; depth += 1) twice = List.of(twice, twice);
        TenantsUpdateBody.builder().put("deep", twice).build();
    }

    /** A later change of what was given changes neither what is sent nor its hash. */
    static void copied() {
        List<Object> list = new ArrayList<>(List.of("a"));
        Map<String, Object> inner = new HashMap<>(Map.of("list", list));
        AtomicLong count = new AtomicLong(1);
        StringBuilder text = new StringBuilder("b");
        Map<String, Object> given = new HashMap<>(Map.of("inner", inner));
        TenantsUpdateBody.Builder builder = TenantsUpdateBody.builder().attributes(given);
        TenantsUpdateBody body = builder
            .put("count", count)
            .put("text", text)
            .put("array", new Object[] { list })
            .build();
        String written = Json.write(body);
        int hash = body.hashCode();
        list.add("later");
        inner.put("later", 1);
        given.clear();
        count.incrementAndGet();
        text.append("later");
        builder.name("later");
        Hostile.check(Json.write(body).equals(written) && body.hashCode() == hash, Json.write(body));
        Hostile.check(written.contains("{\"inner\":{\"list\":[\"a\"]}}") && written.contains("\"count\":1"), written);

        Map<String, String> headers = new HashMap<>(Map.of("X-A", "b"));
        DreamOptions options = new DreamOptions(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            headers,
            null,
            null
        );
        headers.put("X-A", "later");
        Hostile.check(options.headers().equals(Map.of("X-A", "b")), options.headers());
    }

    /** What lies in itself, be it twice, can neither be copied nor sent; the caller is told so. */
    static void endless() {
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        itself.add(List.of(itself));
        TenantsUpdateBody body = TenantsUpdateBody.builder().put("itself", itself).build();
        Hostile.thrown(JsonException.class, () -> Json.write(body));
        // The same one beside itself is no trouble.
        List<Object> one = List.of("a");
        String twice = Json.write(TenantsUpdateBody.builder().put("twice", List.of(one, one)).build());
        Hostile.check(twice.equals("{\"twice\":[[\"a\"],[\"a\"]]}"), twice);
    }

    /** Null says nothing, also where a field may hold any JSON; what may be null is cleared. */
    static void nothing() {
        NewAuditEntry.Builder entry = NewAuditEntry.builder().put("action", "a").put("actor", Map.of());
        Map<String, Object> silent = entry.before("x").before(null).after(null).build().toJson();
        Hostile.check(!silent.containsKey("before") && !silent.containsKey("after"), silent);
        Map<String, Object> cleared = entry.clearBefore().build().toJson();
        Hostile.check(cleared.containsKey("before") && cleared.get("before") == null, cleared);
        ConfigurationException missing = Hostile.thrown(ConfigurationException.class, () ->
            EntitlementOverridesSetBody.builder().reason("a").value(null).build()
        );
        Hostile.check(missing.getMessage().endsWith("value is required"), missing);
        EntitlementOverridesSetBody override = EntitlementOverridesSetBody.builder().reason("a").clearValue().build();
        Hostile.check(Json.write(override).contains("\"value\":null"), override);
    }

    /** What is printed says no value that may be a secret. */
    static void printed() {
        Map<String, String> headers = Map.of("set-cookie", "session=" + Hostile.KEY);
        RawAnswer<String> answer = new RawAnswer<>("acme", 200, headers, Optional.of("req_1"), 1);
        Input input = Input.none().path("key", Hostile.KEY).at("q", Hostile.KEY).body(Map.of("password", Hostile.KEY));
        String told = answer + " " + input;
        Hostile.check(told.contains("acme") && told.contains("set-cookie") && told.contains("req_1"), told);
        Hostile.check(!told.contains(Hostile.KEY), told);
    }
}
