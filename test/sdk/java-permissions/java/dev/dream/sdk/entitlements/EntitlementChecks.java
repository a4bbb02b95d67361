package dev.dream.sdk.entitlements;

import dev.dream.sdk.errors.AbortedException;
import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.errors.DreamException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.types.EntitlementAccess;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A client whose server is a script and whose clock goes as it is told: what it did, as one line of JSON. */
public final class EntitlementChecks {

    private static final String SSO = "{\"sso\":{\"entitled\":true},\"seats\":{\"entitled\":true,\"limit\":5}}";
    private static final String NO_SSO = "{\"sso\":{\"entitled\":false}}";

    private final List<String> asked = new ArrayList<>();
    private final AtomicLong milliseconds = new AtomicLong();
    private final EntitlementClientBuilder builder;
    /** What is answered in turn; asked beyond that, the last. */
    private final List<Object> answers;

    private EntitlementChecks(Object... answers) {
        this.answers = List.of(answers);
        builder = EntitlementClient.builder(this::answer);
        builder.nanoTime = () -> milliseconds.get() * 1_000_000;
        builder.clock = Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("counts", new EntitlementChecks(SSO, NO_SSO).counts());
        seen.put("ends", new EntitlementChecks(
            "{\"a\":{\"entitled\":true,\"expiresAt\":\"2027-01-01T00:00:00.500Z\"},"
                + "\"b\":{\"entitled\":true,\"resetsAt\":\"2027-01-01T00:00:00.200Z\"}}"
        ).ends());
        ConnectionException away = new ConnectionException("away");
        seen.put("stale", new EntitlementChecks(SSO, away, away, away, NO_SSO).stale());
        seen.put("rests", rests());
        seen.put("thrown", new EntitlementChecks(SSO, new DreamException("the key was revoked")).thrown());
        seen.put("forgets", new EntitlementChecks(SSO).forgets());
        seen.put("most", new EntitlementChecks(SSO).most());
        seen.put("shared", shared());
        seen.put("sources", sources());
        seen.put("unfit", unfit());
        seen.put("settings", new EntitlementChecks(SSO).settings());
        System.out.println(Json.write(seen));
    }

    private Map<String, EntitlementAccess> answer(String tenant) {
        synchronized (asked) {
            Object answer = answers.get(Math.min(asked.size(), answers.size() - 1));
            asked.add(tenant);
            if (answer instanceof RuntimeException failure) throw failure;
            Map<String, EntitlementAccess> access = new LinkedHashMap<>();
            Map<?, ?> json = (Map<?, ?>) Json.parse((String) answer);
            json.forEach((key, one) -> access.put((String) key, EntitlementAccess.fromJson(one)));
            return access;
        }
    }

    /** Of no tenant nothing is asked, which would be answered for the client's own; what is no entitlement is none. */
    private static List<Object> unfit() {
        EntitlementChecks odd = new EntitlementChecks("{\"sso\":5}");
        EntitlementClient client = odd.builder.build();
        List<Object> seen = new ArrayList<>();
        for (String tenant : new String[] { null, "", " \u00a0", "acme" }) {
            try {
                seen.add(client.has(tenant, "sso"));
            } catch (DreamException refused) {
                seen.add(refused.getClass().getSimpleName());
            }
        }
        seen.add(odd.asked);
        return seen;
    }

    private List<Object> counts() {
        EntitlementClient client = builder.timeToLive(Duration.ofSeconds(1)).build();
        List<Object> seen = new ArrayList<>();
        seen.add(client.get("acme", "seats").raw());
        seen.add(client.get("acme", "gone").raw());
        seen.add(client.all("acme").keySet().stream().toList());
        milliseconds.set(999);
        seen.add(client.has("acme", "sso"));
        seen.add(asked.size());
        milliseconds.set(1_000);
        seen.add(client.has("acme", "sso"));
        seen.add(asked.size());
        return seen;
    }

    private List<Integer> ends() {
        EntitlementClient client = builder.build();
        List<Integer> times = new ArrayList<>();
        for (long time : new long[] { 0, 199, 200, 399, 400 }) {
            milliseconds.set(time);
            client.all("acme");
            times.add(asked.size());
        }
        return times;
    }

    private List<Object> stale() {
        EntitlementClient client = builder.timeToLive(Duration.ofSeconds(1)).staleFor(Duration.ofSeconds(5)).build();
        List<Object> seen = new ArrayList<>();
        for (long time : new long[] { 0, 1_000, 5_999, 6_000, 6_000 }) {
            milliseconds.set(time);
            seen.add(outcome(() -> client.has("acme", "sso")));
            noneUnderWay();
        }
        seen.add(asked.size());
        return seen;
    }

    /** While the server is away it is asked once a second, and nobody waits for it but the first. */
    private static List<Object> rests() throws Exception {
        AtomicLong milliseconds = new AtomicLong();
        AtomicLong count = new AtomicLong();
        CountDownLatch gate = new CountDownLatch(1);
        EntitlementClientBuilder builder = EntitlementClient.builder(tenant -> {
            if (count.incrementAndGet() == 2) throw new ConnectionException("away");
            if (count.get() == 3) awaited(gate);
            if (count.get() == 4) throw new ConnectionException("away");
            if (count.get() >= 5) throw new DreamException("the key was revoked");
            return Map.of("sso", EntitlementAccess.fromJson(Map.of("entitled", count.get() == 1)));
        });
        builder.nanoTime = () -> milliseconds.get() * 1_000_000;
        EntitlementClient client = builder.timeToLive(Duration.ofSeconds(1)).build();
        List<Object> seen = new ArrayList<>();
        for (long time : new long[] { 0, 1_000, 1_999, 2_000, 2_001 }) {
            milliseconds.set(time);
            seen.add(client.has("acme", "sso"));
            // By then it is asked for the third time, in the background.
            while (time == 2_000 && count.get() < 3) Thread.onSpinWait();
            seen.add(count.get());
        }
        gate.countDown();
        noneUnderWay();
        // It has answered, is away once more, and then refuses in the background: the next who asks is told so.
        for (long time : new long[] { 2_002, 3_000, 4_000, 4_001 }) {
            milliseconds.set(time);
            seen.add(outcome(() -> client.has("acme", "sso")));
            noneUnderWay();
        }
        return seen;
    }

    private static void awaited(CountDownLatch gate) {
        try {
            gate.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Waits for what was asked in the background. */
    private static void noneUnderWay() {
        String name = "dream-sdk-entitlements";
        while (Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> name.equals(thread.getName()))) {
            Thread.onSpinWait();
        }
    }

    private String thrown() {
        EntitlementClient client = builder.timeToLive(Duration.ofSeconds(1)).build();
        client.all("acme");
        milliseconds.set(1_000);
        return outcome(() -> client.has("acme", "sso"));
    }

    private List<String> forgets() {
        EntitlementClient client = builder.build();
        for (String tenant : List.of("acme", "acme", "globex")) client.all(tenant);
        client.forget("acme");
        for (String tenant : List.of("globex", "acme")) client.all(tenant);
        client.forgetAll();
        client.all("globex");
        return asked;
    }

    private List<String> most() {
        EntitlementClient client = builder.tenants(2).build();
        for (String tenant : List.of("a", "b", "a", "c", "a", "b")) client.all(tenant);
        return asked;
    }

    /** Three wait for one answer: one is interrupted, which harms no other; meanwhile it is forgotten, so it is not kept. */
    private static List<Object> shared() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        AtomicLong count = new AtomicLong();
        EntitlementClient client = EntitlementClient.builder(tenant -> {
            count.incrementAndGet();
            asked.countDown();
            try {
                answered.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            return Map.of("sso", EntitlementAccess.fromJson(Map.of("entitled", true)));
        }).build();
        CompletableFuture<String> first = new CompletableFuture<>();
        Thread waiting = new Thread(() -> first.complete(outcome(() -> client.has("acme", "sso"))));
        waiting.start();
        asked.await();
        CompletableFuture<Boolean> second = new CompletableFuture<>();
        new Thread(() -> second.complete(client.has("acme", "sso"))).start();
        waiting.interrupt();
        String interrupted = first.get();
        Thread.currentThread().interrupt();
        boolean isAborted = outcome(() -> client.has("acme", "sso")).equals(AbortedException.class.getSimpleName());
        boolean isKept = Thread.interrupted();
        client.forget("acme");
        answered.countDown();
        boolean isEntitled = second.get();
        client.has("acme", "sso");
        return List.of(interrupted, isAborted, isKept, isEntitled, count.get());
    }

    /** Sources that throw what none declares, and answer with what is none. */
    private static List<String> sources() {
        EntitlementClient failing = EntitlementClient.builder(tenant -> {
            throw EntitlementChecks.<RuntimeException>undeclared(new IOException("no network"));
        }).build();
        Map<String, EntitlementAccess> answer = new LinkedHashMap<>();
        answer.put("seats", null);
        answer.put("sso", EntitlementAccess.fromJson(Map.of("entitled", true)));
        EntitlementClient holed = EntitlementClient.builder(tenant -> answer).build();
        List<String> seen = new ArrayList<>();
        // The second asks again: a question that failed is over.
        for (int nth = 0; nth < 2; nth += 1) {
            try {
                seen.add(String.valueOf(failing.has("acme", "sso")));
            } catch (IllegalStateException thrown) {
                seen.add(thrown.getCause().getMessage());
            }
        }
        seen.add(holed.all("acme").keySet().toString());
        return seen;
    }

    /** Throws what javac does not see, as other languages of the platform do. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E undeclared(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private List<String> settings() {
        return List.of(
            outcome(() -> builder.timeToLive(Duration.ofSeconds(-1)) == null),
            outcome(() -> builder.staleFor(null) == null),
            outcome(() -> builder.tenants(0) == null),
            outcome(() -> builder.timeToLive(Duration.ofSeconds(Long.MAX_VALUE)).build().has("acme", "sso"))
        );
    }

    private interface Asking {
        boolean ask();
    }

    private static String outcome(Asking asking) {
        try {
            return String.valueOf(asking.ask());
        } catch (ConfigurationException refused) {
            return refused.getMessage();
        } catch (DreamException thrown) {
            return thrown.getClass().getSimpleName();
        }
    }
}
