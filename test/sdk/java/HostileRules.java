import dev.dream.sdk.Abort;
import dev.dream.sdk.Dream;
import dev.dream.sdk.DreamOptions;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.errors.AbortedException;
import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.errors.ResponseException;
import dev.dream.sdk.errors.ServerException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.params.AccessCheckBody;
import dev.dream.sdk.params.AskedResource;
import dev.dream.sdk.params.TenantsCreateBody;
import dev.dream.sdk.types.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What careless programs give, and what is not sent twice. */
final class HostileRules {

    private HostileRules() {}

    /** One listener that fails keeps no call from being ended. */
    static void listeners() throws Exception {
        try (
            HostileServer server = HostileServer.of(HostileServer.begun("200 OK", "{"));
            Dream dream = Hostile.client(server).build()
        ) {
            Abort abort = Abort.create();
            abort.onAbort(() -> {
                throw new IllegalStateException("a listener that fails");
            });
            Thread aborting = new Thread(() -> {
                try {
                    server.awaitRequest();
                } catch (InterruptedException interrupted) {
                    throw new AssertionError(interrupted);
                }
                abort.abort();
            });
            aborting.start();
            RequestOptions options = RequestOptions.builder().abort(abort).build();
            Hostile.thrown(AbortedException.class, () -> dream.tenants().get("acme", options));
            aborting.join();
        }
    }

    static void sentOnce() throws Exception {
        String redirect = HostileServer.answer("302 Found", "", "Location: /x", "Dream-Should-Retry: true");
        String later = HostileServer.answer("503 Later", "{}");
        try (
            HostileServer server = HostileServer.of(redirect, later, later);
            Dream dream = Hostile.client(server).maxRetryDelay(Duration.ZERO).build()
        ) {
            Hostile.thrown(ResponseException.class, () -> dream.tenants().get("acme"));
            TenantsCreateBody body = TenantsCreateBody.builder().name("Acme").build();
            RequestOptions noKey = RequestOptions.builder().header("Idempotency-Key", " ").build();
            Hostile.thrown(ServerException.class, () -> dream.tenants().create(body, noKey));
            Hostile.check(server.unusedAnswers() == 1, server.unusedAnswers());
            List<RequestOptions> blank = List.of(
                RequestOptions.builder().idempotencyKey("  ").build(),
                RequestOptions.builder().version("\t").build()
            );
            for (RequestOptions options : blank) {
                Hostile.thrown(ConfigurationException.class, () -> dream.tenants().create(body, options));
            }
            RequestOptions nobody = RequestOptions.builder().tenant(" ").build();
            AccessCheckBody question = AccessCheckBody.builder()
                .action("read")
                .resource(AskedResource.builder().type("invoice").build())
                .build();
            Hostile.thrown(ConfigurationException.class, () -> dream.access().check(question, nobody));
            Hostile.check(server.unusedAnswers() == 1, server.unusedAnswers());
        }
    }

    static void values() {
        RequestOptions none = new RequestOptions(null, null, null, null, null, null, null);
        Hostile.check(none.equals(RequestOptions.NONE), none.headers());
        Tenant nothing = Tenant.fromJson(null);
        Hostile.check(nothing.equals(Tenant.fromJson(null)), nothing);
        Hostile.check(nothing.hashCode() == Tenant.fromJson(null).hashCode(), nothing);
        Hostile.check(!nothing.equals(Tenant.fromJson(Map.of())), nothing);
        Tenant secret = Tenant.fromJson(Map.of("id", "acme", "key", Hostile.KEY));
        String told = secret + " " + Tenant.fromJson(Map.of("key", Hostile.KEY)) + " " + Tenant.fromJson(Hostile.KEY);
        Hostile.check(told.contains("id=acme") && told.contains("key") && !told.contains(Hostile.KEY), told);
        Hostile.thrown(ConfigurationException.class, () -> Dream.builder().header(null, "a").build());
        try (Dream dream = Dream.builder().baseUrl("http://127.0.0.1").header("a", "b").build()) {
            DreamOptions nameless = DreamOptions.builder().header(null, "a").header("A", "c").build();
            Hostile.thrown(ConfigurationException.class, () -> dream.withOptions(nameless));
        }
        String written = Json.write(List.of(new AtomicLong(9007199254740993L), new AtomicInteger(5)));
        Hostile.check(written.equals("[9007199254740993,5]"), written);
    }
}
