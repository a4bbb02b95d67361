package dev.dream.sdk.flags;

import com.sun.net.httpserver.HttpServer;
import dev.dream.sdk.flags.evaluation.VersionedRuleset;
import dev.dream.sdk.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What a client keeps to itself: its key from other hosts, its rules from whoever gave them or was given them. */
public final class KeptApart {

    private static final FlagContext ADA = FlagContext.user("ada");

    private KeptApart() {}

    public static void main(String[] arguments) throws Exception {
        redirects();
        rules();
    }

    private static void must(boolean holds, String what) {
        if (!holds) throw new AssertionError(what);
    }

    private static HttpServer listening(AtomicInteger asked, CountDownLatch enough, String location) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            if (location != null) exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(location == null ? 200 : 307, -1);
            exchange.close();
            enough.countDown();
        });
        server.start();
        return server;
    }

    private static String addressOf(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** An HttpClient that follows redirects keeps all of its settings but that one. */
    private static void redirects() throws Exception {
        AtomicInteger elsewhere = new AtomicInteger();
        AtomicInteger here = new AtomicInteger();
        AtomicInteger tasks = new AtomicInteger();
        CountDownLatch twice = new CountDownLatch(2);
        HttpServer other = listening(elsewhere, new CountDownLatch(1), null);
        HttpServer redirecting = listening(here, twice, addressOf(other));
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .executor(work -> {
                    tasks.incrementAndGet();
                    new Thread(work).start();
                })
                .build();
        FlagTiming timing = FlagTiming.usual().waits(Duration.ofMillis(5), Duration.ofMillis(5));
        FlagClientBuilder builder = FlagClient.builder().secretKey("sk_test").baseUrl(addressOf(redirecting));
        try (FlagClient client = builder.httpClient(following).timing(timing).mode(FlagMode.POLLING).build()) {
            twice.await();
            must(client.status() == FlagStatus.INITIALIZING, "a redirect is a failure that passes");
        }
        must(elsewhere.get() == 0, "the key went " + elsewhere + " times to another host");
        must(tasks.get() > 0, "the threads of the HttpClient that was given");
        other.stop(0);
        redirecting.stop(0);
        System.out.println("keys");
    }

    private static void rules() {
        TestFlagData data = TestFlagData.create();
        data.flag("x").on();
        Map<String, Object> flags = new HashMap<>(part(data.ruleset(), "flags"));
        Map<String, Object> ruleset = new HashMap<>(data.ruleset());
        ruleset.put("flags", flags);
        Map<String, Object> kept = new HashMap<>(Map.of("version", "v1", "ruleset", ruleset));
        try (FlagClient client = FlagClient.builder().mode(FlagMode.OFFLINE).bootstrap(kept).build()) {
            flags.clear();
            kept.clear();
            Map<String, Object> given = client.ruleset().orElseThrow();
            must(part(part(given, "ruleset"), "flags").containsKey("x"), "what becomes of a bootstrap");
            must(isFixed(part(given, "ruleset")), "a ruleset that is given can be changed");
            must(client.booleanVariation("x", ADA, false), "flags of a bootstrap");
        }
        String patch = "{\"format\": 1, \"from\": \"v1\", \"version\": \"v2\", \"revision\": 2, \"flags\": {\"x\": null}}";
        VersionedRuleset patched = new VersionedRuleset("v1", data.ruleset()).patched(Json.parse(patch));
        must(isFixed(patched.ruleset()), "a patched ruleset that is given can be changed");
        System.out.println("rules");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> whole, String name) {
        return (Map<String, Object>) whole.get(name);
    }

    private static boolean isFixed(Map<?, ?> map) {
        try {
            map.remove("flags");
            return false;
        } catch (UnsupportedOperationException fixed) {
            return true;
        }
    }
}
