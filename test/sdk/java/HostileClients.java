import dev.dream.sdk.Dream;
import dev.dream.sdk.errors.AbortedException;
import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.errors.ResponseException;
import java.net.http.HttpClient;

/** HTTP clients that the program gives, and what is asked of them. */
final class HostileClients {

    private static final String PLAIN = HostileServer.answer("200 OK", Hostile.TENANT);

    private HostileClients() {}

    static void given() throws Exception {
        HttpClient own = HttpClient.newHttpClient();
        String redirected = HostileServer.answer("302 Found", "", "Location: /elsewhere");
        try (HostileServer server = HostileServer.of(PLAIN, redirected); Dream dream = client(server, own)) {
            Hostile.check(dream.tenants().get("acme").id().equals("acme"), "no tenant");
            ResponseException redirect = Hostile.thrown(ResponseException.class, () -> dream.tenants().get("acme"));
            Hostile.check(redirect.status() == 302, redirect);
        }
        HttpClient follower = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
        Dream.Builder builder = Dream.builder().baseUrl("http://127.0.0.1").httpClient(follower);
        Hostile.thrown(ConfigurationException.class, builder::build);
    }

    /** A request whose connection is cut is sent once, on a connection that is new as on one that was kept. */
    static void cut() throws Exception {
        HttpClient own = HttpClient.newHttpClient();
        String[] answers = { HostileServer.CUT, PLAIN, HostileServer.CUT, PLAIN };
        try (HostileServer server = HostileServer.of(answers); Dream dream = client(server, own)) {
            for (int left = 3; left > 0; left -= 2) {
                ConnectionException error = Hostile.thrown(ConnectionException.class, () ->
                    dream.tenants().get("acme")
                );
                Hostile.check(server.unusedAnswers() == left, error);
                Hostile.check(dream.tenants().get("acme").id().equals("acme"), "no tenant");
            }
        }
    }

    /** The connection of an answer that nobody waits for any more is let go, though the rest of it never comes. */
    static void late() throws Exception {
        try (
            HostileServer server = HostileServer.of(HostileServer.begun("200 OK", "{"));
            Dream dream = client(server, new LateClient())
        ) {
            Hostile.thrown(AbortedException.class, () -> dream.tenants().get("acme"));
            Hostile.check(Thread.interrupted(), "not interrupted any more");
            server.awaitLeave();
        }
    }

    /** What the HTTP client would write as something else, or not take, is refused before anything is sent. */
    static void refused() {
        Hostile.thrown(ConfigurationException.class, () -> Dream.builder().baseUrl("http://a_b.test").build());
        try (Dream dream = Dream.builder().baseUrl("http://127.0.0.1").header("X-Name", "Zo\u00eb").build()) {
            Hostile.thrown(ConfigurationException.class, () -> dream.tenants().get("acme"));
        }
    }

    private static Dream client(HostileServer server, HttpClient own) {
        return Hostile.client(server).httpClient(own).maxRetries(0).build();
    }
}
