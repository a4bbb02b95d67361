import dev.dream.sdk.Dream;
import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.errors.NotFoundException;
import dev.dream.sdk.errors.ResponseException;
import dev.dream.sdk.errors.ServerException;
import dev.dream.sdk.errors.TimeoutException;
import dev.dream.sdk.params.TenantsCreateBody;
import dev.dream.sdk.types.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a hostile or broken server, and a careless user, can do. Says what held; ends with an error where something did
 * not.
 */
final class Hostile {

    static final String KEY = "sk_test_hidden";
    static final String TENANT = "{\"id\": \"acme\"}";

    private Hostile() {}

    public static void main(String[] arguments) throws Exception {
        keysStay();
        HostileKeys.repeated();
        System.out.println("keys stay where they are");
        HostileKeys.signedOut();
        HostileKeys.ofOthers();
        HostileKeys.besideEnvironment();
        System.out.println("a call is made for one user");
        HostileKeys.words();
        System.out.println("hiding keys damages no answer");
        HostileRules.listeners();
        HostileRules.sentOnce();
        HostileRules.values();
        HostileValues.copied();
        HostileValues.copiedOnce();
        HostileValues.endless();
        HostileValues.nothing();
        HostileValues.printed();
        System.out.println("careless programs harm themselves alone");
        endlessAnswers();
        System.out.println("answers without an end are given up");
        brokenAnswers();
        System.out.println("broken answers are told apart");
        HostileForms.answers();
        HostileForms.waits();
        HostileForms.settings();
        System.out.println("what has not its form is refused");
        HostileWire.malformed();
        System.out.println("what is no HTTP is refused");
        HostileWire.unusual();
        System.out.println("what is unusual is understood");
        HostileWaits.interrupted();
        System.out.println("interrupted threads stay interrupted");
        HostileWaits.letGo();
        System.out.println("who waits is let go");
        HostileEnds.closed();
        HostileEnds.forgotten();
        System.out.println("closing ends streams");
        HostileEnds.crowd();
        System.out.println("many threads share a client");
        HostileClients.given();
        HostileClients.cut();
        HostileClients.refused();
        HostileClients.late();
        System.out.println("HTTP clients do what is asked of them");
        HostileEnds.leftOpen();
        Stream<Thread> threads = Thread.getAllStackTraces()
            .keySet()
            .stream()
            .filter(thread -> !thread.isDaemon());
        // Those of the virtual machine: what it starts by itself, and this one.
        Set<String> own = Set.of("main", "DestroyJavaVM");
        List<String> kept = threads
            .map(Thread::getName)
            .filter(name -> !own.contains(name))
            .toList();
        check(kept.isEmpty(), kept);
        System.out.println("nothing keeps the program alive");
    }

    static Dream.Builder client(HostileServer server) {
        return Dream.builder().baseUrl(server.url()).secretKey(KEY);
    }

    static void check(boolean holds, Object told) {
        if (!holds) throw new AssertionError(told);
    }

    /** The error of that class that the action ends with. */
    static <E extends RuntimeException> E thrown(Class<E> kind, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException error) {
            if (error.getClass() == kind) return kind.cast(error);
            throw new AssertionError("not " + kind.getSimpleName(), error);
        }
        throw new AssertionError("nothing instead of " + kind.getSimpleName());
    }

    private static <E extends RuntimeException> E answered(
        Class<E> kind,
        Function<Dream.Builder, Dream> as,
        String... answers
    ) throws Exception {
        try (HostileServer server = HostileServer.of(answers); Dream dream = as.apply(client(server))) {
            return thrown(kind, () -> dream.tenants().get("acme"));
        }
    }

    private static void keysStay() throws Exception {
        String echo = HostileServer.answer("502 Bad", "x".repeat(190) + "Authorization: Bearer " + KEY);
        ServerException error = answered(ServerException.class, builder -> builder.maxRetries(0).build(), echo);
        check(!(error.getMessage() + error.message() + error).contains("sk_test"), error.getMessage());
        String list = "{\"data\": [{\"id\": \"" + KEY + "\"}, 7], \"pagination\": {\"hasNext\": \"" + KEY + "\"}}";
        String page = HostileServer.answer("200 OK", list, "X-Echo: " + KEY);
        try (HostileServer server = HostileServer.of(page, page); Dream dream = client(server).build()) {
            List<Runnable> readings = List.of(
                () -> dream.tenants().list().toList(3),
                () ->
                    dream
                        .tenants()
                        .list()
                        .pages()
                        .forEach(one -> {})
            );
            for (Runnable reading : readings) {
                ResponseException formless = thrown(ResponseException.class, reading);
                check(!(formless.body() + formless.headers() + formless).contains(KEY), formless.body());
            }
        }
        Dream.Builder builder = Dream.builder().baseUrl("http://127.0.0.1").secretKey(KEY);
        try (Dream dream = builder.build()) {
            for (Object one : List.of(builder, dream, dream.tenants(), dream.tenants().list(), dream.flags())) {
                check(!one.toString().contains(KEY), one);
            }
        }
        ConfigurationException wrong = thrown(ConfigurationException.class, () ->
            Dream.builder().publishableKey(KEY).build()
        );
        check(!wrong.getMessage().contains(KEY), wrong.getMessage());
    }

    private static void endlessAnswers() throws Exception {
        Function<Dream.Builder, Dream> impatient = builder ->
            builder.maxRetries(0).timeout(Duration.ofMillis(200)).build();
        answered(TimeoutException.class, impatient, "HTTP/1.1 200 O");
        answered(TimeoutException.class, impatient, HostileServer.begun("200 OK", "{\"id\": "));
        answered(TimeoutException.class, impatient, HostileServer.begun("404 No", "{\"error\": "));
        try (
            HostileServer server = HostileServer.of(HostileServer.begun("200 OK", ""));
            Dream dream = impatient.apply(client(server))
        ) {
            thrown(TimeoutException.class, () -> dream.audit().export().text());
        }
    }

    private static void brokenAnswers() throws Exception {
        Function<Dream.Builder, Dream> hasty = builder -> builder.maxRetryDelay(Duration.ZERO).build();
        answered(ResponseException.class, hasty, HostileServer.answer("200 OK", "[".repeat(200_000)));
        answered(ConnectionException.class, hasty, "SSH-2.0\r\n", "SSH-2.0\r\n", "SSH-2.0\r\n");
        String odd = "{\"error\": {\"code\": \"a/b\", \"retryAfter\": 1" + "0".repeat(400) + "}}";
        String year = HostileServer.answer("404 No", odd, "Retry-After: Sun, 06 Nov 0000 08:49:37 GMT");
        NotFoundException error = answered(NotFoundException.class, hasty, year);
        check(error.code().equals("a/b"), error);
        try (
            HostileServer server = HostileServer.of(HostileServer.CUT, HostileServer.answer("200 OK", TENANT));
            Dream dream = hasty.apply(client(server))
        ) {
            Tenant made = dream.tenants().create(TenantsCreateBody.builder().name("Acme").build());
            check(made.id().equals("acme"), made);
        }
        // Bytes behind an answer are never taken for that of the next request.
        String forged = HostileServer.answer("200 OK", TENANT) + HostileServer.answer("200 OK", "{\"id\": \"forged\"}");
        try (
            HostileServer server = HostileServer.of(forged, HostileServer.answer("200 OK", "{\"id\": \"second\"}"));
            Dream dream = hasty.apply(client(server))
        ) {
            dream.tenants().get("acme");
            check(dream.tenants().get("second").id().equals("second"), "forged");
        }
    }
}
