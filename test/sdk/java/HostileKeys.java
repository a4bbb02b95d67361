import dev.dream.sdk.Dream;
import dev.dream.sdk.DreamOptions;
import dev.dream.sdk.Hooks;
import dev.dream.sdk.ResponseEvent;
import dev.dream.sdk.RetryEvent;
import dev.dream.sdk.errors.AuthenticationException;
import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.errors.DreamException;
import dev.dream.sdk.errors.ResponseException;
import dev.dream.sdk.errors.ServerException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What repeats a request, and who a request is made for. */
final class HostileKeys {

    private static final String SECRET = "tok_SECRET";

    private HostileKeys() {}

    /** Whatever repeats a key, in whichever part of an answer: no error says it, and no cause of one. */
    static void repeated() throws Exception {
        Map<String, String> headers = Map.of(
            "Authorization",
            "bearer " + SECRET,
            "authorization",
            "Digest " + SECRET,
            "Proxy-Authorization",
            "Basic " + SECRET,
            "Cookie",
            "theme=dark; session=" + SECRET
        );
        String page = HostileServer.answer("502 Bad", "you sent " + SECRET, "X-Request-Id: " + SECRET);
        String noJson = HostileServer.answer("200 OK", "you sent " + SECRET, "Content-Type: text/" + SECRET);
        String noHttp = "you sent " + SECRET + "\r\n\r\n";
        for (Map.Entry<String, String> header : headers.entrySet()) {
            try (
                HostileServer server = HostileServer.of(page, noJson, noHttp);
                Dream dream = Hostile.client(server).maxRetries(0).header(header.getKey(), header.getValue()).build()
            ) {
                ServerException refused = thrown(ServerException.class, dream);
                Hostile.check(refused.message().equals("you sent …"), refused);
                Hostile.check(refused.requestId().equals(Optional.of("…")), refused);
                Hostile.check(thrown(ResponseException.class, dream).body().equals("you sent …"), "body");
                ConnectionException broken = thrown(ConnectionException.class, dream);
                Hostile.check(broken.getMessage().contains("you sent …"), broken);
            }
        }
    }

    private static <E extends DreamException> E thrown(Class<E> kind, Dream dream) {
        E error = Hostile.thrown(kind, () -> dream.tenants().get("acme"));
        StringWriter all = new StringWriter();
        error.printStackTrace(new PrintWriter(all));
        Hostile.check(!all.toString().contains(SECRET), all);
        return error;
    }

    /** Whoever signs out while a retry waits does not make it a request of the server's. */
    static void signedOut() throws Exception {
        AtomicReference<Dream> client = new AtomicReference<>();
        Hooks signingOut = new Hooks() {
            @Override
            public void onRetry(RetryEvent event) {
                client.get().clearUserToken();
            }
        };
        String later = HostileServer.answer("503 Later", "{}");
        String done = HostileServer.answer("200 OK", Hostile.TENANT);
        try (
            HostileServer server = HostileServer.of(later, done, done);
            Dream dream = Hostile.client(server)
                .publishableKey("pk_test_1")
                .userToken("token-of-ada")
                .maxRetryDelay(Duration.ZERO)
                .hooks(signingOut)
                .build()
        ) {
            client.set(dream);
            dream.tenants().get("acme");
            dream.tenants().get("acme");
            List<String> expected = List.of("Bearer token-of-ada", "Bearer token-of-ada", "Bearer " + Hostile.KEY);
            Hostile.check(server.authorizations().equals(expected), server.authorizations());
        }
    }

    /** Where the program gives a key, none of the environment goes beside it: neither signed out nor otherwise. */
    static void besideEnvironment() throws Exception {
        String done = HostileServer.answer("200 OK", Hostile.TENANT);
        try (
            HostileServer server = HostileServer.of(done, done, done, done);
            Dream app = Dream.builder().baseUrl(server.url()).publishableKey("pk_test_1").userToken("token").build();
            Dream none = Dream.builder().baseUrl(server.url()).build()
        ) {
            app.tenants().get("acme");
            app.clearUserToken();
            app.tenants().get("acme");
            app.withOptions(DreamOptions.builder().tenant("acme").build()).tenants().get("acme");
            none.tenants().get("acme");
            List<String> expected = List.of("Bearer token", "Bearer " + System.getenv("DREAM_SECRET_KEY"));
            Hostile.check(server.authorizations().equals(expected), server.authorizations());
            Hostile.check(server.unusedAnswers() == 0, server.unusedAnswers());
        }
        try (HostileServer server = HostileServer.of(done); Dream own = Hostile.client(server).build()) {
            // There is no publishable key that it could go with.
            Hostile.thrown(ConfigurationException.class, () -> own.setUserToken("token"));
        }
    }

    /** A token may be any word: hiding it leaves the form of the answer, and what it says to programs. */
    static void words() throws Exception {
        String body =
            "{\"error\": {\"code\": \"auth/no-userMessage\", \"message\": \"The token userMessage is over\", " +
            "\"userMessage\": \"Sign in\", \"details\": {\"userMessage\": [\"a userMessage\", 12345678]}}}";
        String answer = HostileServer.answer("401 No", body, "X-Request-Id: of-userMessage");
        for (String token : List.of("token", "error", "code", "a", "1", "message", "userMessage", "12345678")) {
            AtomicReference<String> told = new AtomicReference<>();
            Hooks listening = new Hooks() {
                @Override
                public void onResponse(ResponseEvent event) {
                    told.set(event.requestId().orElseThrow());
                }
            };
            Dream.Builder builder = Dream.builder().publishableKey("pk_test_1").userToken(token).hooks(listening);
            try (HostileServer server = HostileServer.of(answer); Dream dream = builder.baseUrl(server.url()).build()) {
                AuthenticationException error = Hostile.thrown(AuthenticationException.class, () -> dream.me().get());
                Hostile.check(error.code().equals("auth/no-userMessage"), error);
                Hostile.check(error.userMessage().equals("Sign in"), error.userMessage());
                boolean isHidden = token.equals("userMessage");
                String message = "The token " + (isHidden ? "…" : "userMessage") + " is over";
                Hostile.check(error.message().equals(message), error);
                String all = error.details() + told.get() + error.headers();
                Hostile.check(token.length() < 8 || !all.contains(token), all);
                Hostile.check(told.get().equals(isHidden ? "of-…" : "of-userMessage"), told);
            }
        }
    }

    /** Who made the first request of all has no part in those of others. */
    static void ofOthers() throws Exception {
        InheritableThreadLocal<String> user = new InheritableThreadLocal<>();
        String done = HostileServer.answer("200 OK", Hostile.TENANT);
        try (
            HostileServer server = HostileServer.of(done, done);
            Dream dream = Dream.builder()
                .baseUrl(server.url())
                .publishableKey("pk_test_1")
                .userToken(() -> "token-of-" + user.get())
                .build()
        ) {
            for (String name : List.of("ada", "bob")) {
                Thread thread = new Thread(() -> {
                    user.set(name);
                    dream.tenants().get("acme");
                });
                thread.start();
                thread.join();
            }
            List<String> nobody = List.of("Bearer token-of-null", "Bearer token-of-null");
            Hostile.check(server.authorizations().equals(nobody), server.authorizations());
        }
    }
}
