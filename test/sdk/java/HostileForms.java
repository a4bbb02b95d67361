import dev.dream.sdk.Dream;
import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.errors.NotFoundException;
import dev.dream.sdk.errors.ResponseException;
import dev.dream.sdk.types.Tenant;
import dev.dream.sdk.webhooks.Webhooks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers and settings that have not the form they should have, and such that just have it. */
final class HostileForms {

    private HostileForms() {}

    /** Where an object is answered, anything else is no answer. */
    static void answers() throws Exception {
        List<Function<Dream, Object>> calls = List.of(
            dream -> dream.tenants().get("acme"),
            dream -> dream.tenants().withRaw().get("acme"),
            dream -> dream.events().get("evt_1")
        );
        for (String body : List.of("null", "5", "[]", "[{}]", "\"x\"", "true", "NaN", "{\"id\": Infinity}", "")) {
            String answer = HostileServer.answer("200 OK", body);
            try (HostileServer server = HostileServer.of(answer, answer, answer); Dream dream = client(server)) {
                for (Function<Dream, Object> call : calls) {
                    ResponseException error = Hostile.thrown(ResponseException.class, () -> call.apply(dream));
                    Hostile.check(error.status() == 200 && error.body().equals(body), body);
                }
            }
        }
        try (HostileServer server = HostileServer.of("HTTP/1.1 204 None\r\n\r\n"); Dream dream = client(server)) {
            Hostile.check(dream.tenants().get("acme") == null, "a tenant");
        }
        // One item of another kind harms only itself.
        String list = "{\"data\": [null, 5, {\"id\": \"acme\"}], \"pagination\": null}";
        try (
            HostileServer server = HostileServer.of(HostileServer.answer("200 OK", list));
            Dream dream = client(server)
        ) {
            List<Tenant> tenants = dream.tenants().list().toList(9);
            Hostile.check(tenants.get(0) == null && tenants.get(2).id().equals("acme"), tenants);
        }
        Tenant precise = Tenant.fromJson(Map.of("createdAt", "2026-01-02T03:04:05.1234567894+01:00"));
        Hostile.check(precise.createdAt().equals(Instant.parse("2026-01-02T02:04:05.123456789Z")), precise.createdAt());
    }

    /** After how long it may be worth trying again: as a number that can be one, or a date that there is. */
    static void waits() throws Exception {
        String past = "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT";
        for (String header : List.of(
            past,
            "Retry-After: Sunday, 06-Nov-94 08:49:37 GMT",
            "Retry-After: Sun Nov  6 08:49:37 1994",
            "Retry-After: Thu, 29 Feb 2024 23:59:59 GMT"
        )) {
            Hostile.check(wait("{}", header).equals(Optional.of(0.0)), header);
        }
        for (String date : List.of(
            "Thu, 31 Feb 2050 08:49:37 GMT",
            "Tue, 29 Feb 2050 00:00:00 GMT",
            "Sat, 00 Jan 2050 00:00:00 GMT",
            "Sat, 01 Jan 2050 24:00:00 GMT",
            "Sat, 01 Jan 2050 00:60:00 GMT",
            "Sat, 01 Jan 2050 00:00:60 GMT",
            "Sat, 01 Foo 2050 00:00:00 GMT",
            "Sat, 1 Jan 2050 00:00:00 GMT",
            "Sat, 01 Jan 2050 00:00:00 UTC",
            "Saturday, 32-Jan-50 00:00:00 GMT",
            "Sat Jan 1 00:00:00 2050"
        )) {
            Hostile.check(wait("{}", "Retry-After: " + date).isEmpty(), date);
        }
        Hostile.check(wait("{}", "Retry-After: Saturday, 01-Jan-50 00:00:00 GMT").orElseThrow() > 0, "2050");
        for (String form : List.of("{\"error\": {\"code\": \"a/b\", %s}}", "{\"error\": {%s}}")) {
            Hostile.check(said(form, "3.5").equals(Optional.of(3.5)), form);
            Hostile.check(said(form, "0").equals(Optional.of(0.0)), form);
            for (String none : List.of("-1", "1e400", "-1e400", "1e99999999999", "\"5\"", "null", "[5]", "true")) {
                Hostile.check(said(form, none).isEmpty(), form + none);
            }
            Hostile.check(wait(String.format(form, "\"retryAfter\": 5"), past).equals(Optional.of(0.0)), form);
        }
    }

    private static Optional<Double> said(String form, String retryAfter) throws Exception {
        return wait(String.format(form, "\"retryAfter\": " + retryAfter));
    }

    private static Optional<Double> wait(String body, String... headers) throws Exception {
        String answer = HostileServer.answer("404 No", body, headers);
        try (HostileServer server = HostileServer.of(answer); Dream dream = client(server)) {
            return Hostile.thrown(NotFoundException.class, () -> dream.tenants().get("acme")).retryAfter();
        }
    }

    /** What cannot be meant is refused before anything is sent. */
    static void settings() throws Exception {
        for (String url : List.of(
            " http://127.0.0.1",
            "http://127.0.0.1 ",
            "\thttp://127.0.0.1\n",
            "http://127.0.0.1/a b",
            "http://127.0.0.1/\u00a0",
            "http://127.0.0.1:99999",
            "http://127.0.0.1:8a",
            "http://127.0.0.1:-1",
            "127.0.0.1:4000",
            "ftp://127.0.0.1",
            "not a url",
            "",
            " "
        )) {
            Dream.Builder builder = Dream.builder().baseUrl(url).secretKey(Hostile.KEY);
            Hostile.thrown(ConfigurationException.class, builder::build);
        }
        for (String blank : Arrays.asList(null, "", " ", "\t\n", "\u00a0", "\u2003")) {
            Hostile.thrown(ConfigurationException.class, () -> Webhooks.signTestEvent("{}", blank));
            Hostile.thrown(ConfigurationException.class, () -> Webhooks.constructEvent("{}", "t=1,v1=a", blank));
        }
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        String address = "127.0.0.1:" + port;
        Dream.Builder builder = Dream.builder()
            .baseUrl("http://" + address)
            .secretKey(Hostile.KEY)
            .maxRetries(0);
        try (Dream dream = builder.header("X-Empty", "").build()) {
            ConnectionException error = Hostile.thrown(ConnectionException.class, () -> dream.tenants().get("acme"));
            Hostile.check(error.getMessage().contains("no connection to " + address), error);
            // What the platform threw is there too, for whoever looks for the reason.
            Throwable thrown = error.getCause().getCause();
            Hostile.check(thrown instanceof ConnectException && thrown.getStackTrace().length > 0, thrown);
            StringWriter trace = new StringWriter();
            error.printStackTrace(new PrintWriter(trace));
            Hostile.check(!trace.toString().contains(Hostile.KEY), error);
        }
    }

    private static Dream client(HostileServer server) {
        return Hostile.client(server).maxRetries(0).build();
    }
}
