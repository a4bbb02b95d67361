package dev.dream.sdk.flags;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tries to make clients throw, hang, miscount, leak or mix versions. Prints a line for each that did not succeed, and ends. */
public final class HostileFlags {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final FlagContext ADA = FlagContext.user("ada", Map.of("role", "admin"));

    private HostileFlags() {}

    public static void main(String[] arguments) throws Exception {
        contexts();
        listeners();
        threads();
        interruptions();
        leaks();
        unclosed();
    }

    private static void said(String line) {
        System.out.println(line);
    }

    private static void must(boolean holds, String what) {
        if (!holds) throw new AssertionError(what);
    }

    private static void contexts() throws IOException {
        TestFlagData data = TestFlagData.create();
        data.flag("x")
                .rule(Map.of("user.role", "admin", "user.age", Map.of("not", Map.of("exists", true))), "on")
                .fallthrough("off");
        data.flag("dealt").rollout(Map.of("on", 50, "off", 50));
        try (RulesServer server = new RulesServer(data);
                FlagClient client = server.client().build()) {
            must(client.ready(LONG), "the client is ready");
            for (Map<String, ?> hostile : HostileContexts.all()) {
                FlagContext context = FlagContext.of(hostile);
                must(!client.booleanVariation("x", context, false), "the default of " + hostile.getClass());
                client.booleanDetail("dealt", context, true);
                client.allFlags(FlagContext.multi(context, ADA)).toMap();
            }
            must(client.booleanVariation(null, ADA, true), "no key");
            must(!client.booleanVariation("x", null, true), "no context");
            must(client.booleanVariation("x", ADA, false), "a real context");
            client.flush();
            must(server.reports().size() == 1, "one report");
        }
        said("contexts");
    }

    private static void listeners() throws Exception {
        TestFlagData data = TestFlagData.create();
        List<String> problems = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        FlagClient client = data.client(FlagClient.builder().onProblem((problem) -> {
            problems.add(problem);
            throw new IllegalStateException("no");
        }));
        client.onChange((change) -> {
            throw new AssertionError("no");
        });
        client.onChange("x", (change) -> heard.add("x"));
        Subscription stopped = client.onChange("x", (change) -> heard.add("stopped"));
        client.onChange("first", (change) -> data.flag("second"));
        client.onChange("second", (change) -> heard.add("second"));
        client.onStatus((change) -> heard.add(change.status() + " " + change.problem().orElse("")));
        stopped.close();
        stopped.close();
        data.flag("x");
        data.flag("first");
        must(heard.equals(List.of("x", "second")), "heard in order: " + heard);
        client.onChange("last", (change) -> client.close());
        data.flag("last");
        data.flag("x").off();
        must(heard.equals(List.of("x", "second", "OFF it was closed")), "closed by a listener: " + heard);
        must(problems.stream().allMatch("a listener failed"::equals) && problems.size() == 4, "problems: " + problems);
        must(client.booleanVariation("x", ADA, false), "what is there is evaluated on");
        blockedListener();
        said("listeners");
    }

    /** A listener that takes its time holds up neither evaluations nor the end. */
    private static void blockedListener() throws Exception {
        TestFlagData data = TestFlagData.create();
        data.flag("x");
        CountDownLatch isHeard = new CountDownLatch(1);
        CountDownLatch isOver = new CountDownLatch(1);
        try (RulesServer server = new RulesServer(data)) {
            FlagClient client = server.client().pollInterval(Duration.ofSeconds(1)).build();
            client.onChange((change) -> {
                isHeard.countDown();
                waitFor(isOver);
            });
            for (int change = 0; !isHeard.await(100, TimeUnit.MILLISECONDS); change += 1) {
                data.flag("flag-" + change);
                server.serve(data);
            }
            must(client.ready(LONG), "ready while a listener is at it");
            must(client.booleanVariation("x", ADA, false), "evaluated while a listener is at it");
            client.close();
            isOver.countDown();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private static void threads() throws Exception {
        TestFlagData data = TestFlagData.create();
        data.flag("first");
        data.flag("second");
        try (RulesServer server = new RulesServer(data);
                FlagClient live = server.client().build()) {
            must(live.ready(LONG), "the client is ready");
            FlagClient test = data.client();
            AtomicBoolean isOver = new AtomicBoolean();
            AtomicBoolean areApart = new AtomicBoolean();
            int count = 4;
            int each = 20_000;
            CountDownLatch done = new CountDownLatch(count);
            for (int thread = 0; thread < count; thread += 1) {
                new Thread(() -> {
                    for (int time = 0; time < each; time += 1) {
                        live.booleanVariation("first", ADA, false);
                        Map<String, Object> all = test.allFlags(ADA).toMap();
                        if (all.get("first") != all.get("second")) areApart.set(true);
                    }
                    done.countDown();
                }).start();
            }
            Thread changing = new Thread(() -> {
                while (!isOver.get()) data.putAll("flags", both(!test.booleanVariation("first", ADA, false)));
            });
            changing.start();
            done.await();
            isOver.set(true);
            changing.join();
            live.flush();
            must(!areApart.get(), "two flags that change together were seen apart");
            must(served(server) == (long) count * each, "served " + served(server));
        }
        said("threads");
    }

    private static Map<String, Object> both(boolean isOn) {
        Map<String, Object> flag = new LinkedHashMap<>(Map.of("state", "on", "clientSide", true));
        flag.put("variations", Map.of("on", true, "off", false));
        flag.put("fallthrough", Map.of("variation", isOn ? "on" : "off"));
        return Map.of("first", flag, "second", flag);
    }

    private static long served(RulesServer server) {
        long sum = 0;
        for (Map<?, ?> report : server.reports()) {
            for (Object count : (List<?>) report.get("counts")) sum += ((Number) ((Map<?, ?>) count).get("count")).longValue();
        }
        return sum;
    }

    private static void interruptions() throws Exception {
        try (RulesServer server = new RulesServer(TestFlagData.create())) {
            server.delay(60_000);
            FlagClient client = server.client().build();
            Thread.currentThread().interrupt();
            must(!client.ready(LONG), "an interrupted wait ends");
            must(Thread.interrupted(), "the interruption of ready is kept");
            client.booleanVariation("x", ADA, false);
            Thread.currentThread().interrupt();
            client.flush();
            client.close();
            must(Thread.interrupted(), "the interruption of close is kept");
            must(client.status() == FlagStatus.OFF, "it is closed all the same");
        }
        said("interruptions");
    }

    /** A client that nobody closes keeps no program alive, though it waits for an answer that never comes. */
    private static void unclosed() throws IOException {
        ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        String address = "http://127.0.0.1:" + silent.getLocalPort();
        FlagClient client = FlagClient.builder().secretKey("sk_test").baseUrl(address).build();
        must(!client.ready(Duration.ofMillis(50)), "nothing was heard");
        said("clients that are not closed");
    }

    private static void leaks() throws Exception {
        TestFlagData data = TestFlagData.create();
        try (RulesServer server = new RulesServer(data)) {
            for (int time = 0; time < 20; time += 1) {
                // The server has no stream: what a client does then goes on on several threads.
                FlagTiming timing = FlagTiming.usual().waits(Duration.ofMillis(5), Duration.ofMillis(200));
                FlagMode mode = time % 2 == 0 ? FlagMode.POLLING : FlagMode.STREAMING;
                FlagClient client = server.client().mode(mode).timing(timing).build();
                client.ready(LONG);
                client.close();
                client.close();
            }
        }
        while (Thread.getAllStackTraces().keySet().stream().anyMatch((thread) -> thread.getName().equals("dream-flags"))) {
            Thread.sleep(10);
        }
        said("threads of closed clients");
    }
}
