import dev.dream.sdk.ByteStream;
import dev.dream.sdk.Dream;
import dev.dream.sdk.EventStream;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.errors.NotFoundException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.params.AuditExportQuery;
import dev.dream.sdk.params.EventsListQuery;
import dev.dream.sdk.params.TenantsCreateBody;
import dev.dream.sdk.params.TenantsListQuery;
import dev.dream.sdk.types.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The SDK against a real control plane: what it saw, as one line of JSON. */
final class Live {

    private Live() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> seen = new LinkedHashMap<>();
        try (Dream dream = Dream.create()) {
            tenants(dream, seen);
            streams(dream, seen);
        }
        String token = System.getenv("LIVE_TOKEN");
        String key = System.getenv("LIVE_PUBLISHABLE_KEY");
        try (
            Dream shop = Dream.builder()
                .publishableKey(key)
                .userToken(() -> token)
                .build()
        ) {
            seen.put("user", shop.me().get().id());
        }
        System.out.println(Json.write(seen));
    }

    private static void tenants(Dream dream, Map<String, Object> seen) {
        List<Tenant> created = IntStream.range(0, 5)
            .mapToObj(nth ->
                TenantsCreateBody.builder()
                    .id("tenant-" + nth)
                    .name("Tenant " + nth)
                    .attributes(Map.of())
            )
            .map(body -> dream.tenants().create(body.build()))
            .toList();
        seen.put("created", created.stream().map(Tenant::id).toList());
        seen.put(
            "isRecent",
            created
                .get(0)
                .createdAt()
                .isAfter(Instant.EPOCH.plus(Duration.ofDays(365)))
        );
        var byTwo = TenantsListQuery.builder().pageSize(2).build();
        var first = dream.tenants().list(byTwo).first();
        seen.put("first", List.of(first.data().size(), first.pagination().hasNext()));
        try {
            dream.tenants().get("nobody");
        } catch (NotFoundException error) {
            boolean hasId = error.requestId().isPresent();
            seen.put(
                "refused",
                Map.of(
                    "code",
                    error.code(),
                    "status",
                    error.status(),
                    "userMessage",
                    error.userMessage(),
                    "hasRequestId",
                    hasId
                )
            );
        }
        dream.tenants().delete("tenant-0");
        RequestOptions once = RequestOptions.builder().idempotencyKey("create-once").build();
        TenantsCreateBody body = TenantsCreateBody.builder().name("Once").build();
        RawAnswer<Tenant> one = dream.tenants().withRaw().create(body, once);
        RawAnswer<Tenant> again = dream.tenants().withRaw().create(body, once);
        seen.put("isReplayed", one.value().equals(again.value()));
        seen.put("replayed", again.headers().get("idempotent-replayed"));
        seen.put("listed", dream.tenants().list(byTwo).stream().map(Tenant::id).toList());
        List<Integer> sizes = new ArrayList<>();
        for (var page : dream.tenants().list(TenantsListQuery.builder().pageSize(3).build()).pages())
            sizes.add(page.data().size());
        seen.put("pages", sizes);
        seen.put("some", dream.tenants().list(byTwo).toList(3).size());
    }

    private static void streams(Dream dream, Map<String, Object> seen) throws Exception {
        try (EventStream events = dream.flags().stream()) {
            seen.put("event", events.iterator().next().event());
        }
        AuditExportQuery query = AuditExportQuery.builder().tenant("tenant-1").build();
        try (ByteStream export = dream.audit().export(query)) {
            seen.put("exported", export.text().contains("manifest"));
        }
        try (ByteStream export = dream.audit().export(query)) {
            seen.put("pieces", export.inputStream().read(new byte[100]) > 0);
        }
        EventsListQuery three = EventsListQuery.builder().limit(3).build();
        seen.put(
            "types",
            dream
                .events()
                .list(three)
                .stream()
                .map(event -> event.type())
                .distinct()
                .toList()
        );
    }
}
