package dev.dream.sdk.permissions;

import dev.dream.sdk.Dream;
import dev.dream.sdk.entitlements.EntitlementClient;
import dev.dream.sdk.errors.NotFoundException;
import dev.dream.sdk.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Permissions and entitlements of a real control plane, whose roles change once the first line is printed. */
public final class LiveAnswers {

    private static final RoleHolder VIEWER = RoleHolder.claims(Map.of("roleSlugs", List.of("viewer")));
    private static final ResourceInHand INVOICE = ResourceInHand.of("42");

    private LiveAnswers() {}

    public static void main(String[] arguments) {
        Map<String, Object> seen = new LinkedHashMap<>();
        try (Dream dream = Dream.create()) {
            entitlements(dream, seen);
            // Long enough that nothing but the stream can tell of a change.
            var builder = PermissionClient.builder(dream).refreshInterval(Duration.ofHours(1));
            try (PermissionClient client = builder.build()) {
                seen.put("isReady", client.ready(Duration.ofMinutes(1)));
                seen.put("before", answers(client));
                seen.put("checks", checks(client));
                RolePolicy answered = RolePolicy.of(dream.access().policy());
                seen.put("isSame", answered.revision() == client.policy().orElseThrow().revision());
                System.out.println(Json.write(seen));
                awaitChange(client);
                System.out.println(Json.write(Map.of("after", answers(client))));
            }
        }
    }

    private static List<String> answers(PermissionClient client) {
        List<String> answers = new ArrayList<>();
        for (String permission : List.of("invoice:read", "invoice:read:own", "invoice:approve", "invoice:delete")) {
            answers.add(client.can(VIEWER, permission).name());
            answers.add(client.can(VIEWER, permission, INVOICE).name());
        }
        return answers;
    }

    private static List<Boolean> checks(PermissionClient client) {
        List<Boolean> allowed = new ArrayList<>();
        for (String asked : List.of("read 1", "approve 99", "approve 100", "delete 1")) {
            String[] parts = asked.split(" ");
            ResourceInHand invoice = new ResourceInHand("42", Map.of("amount", Integer.parseInt(parts[1])));
            PermissionQuestion question = PermissionQuestion.of(VIEWER, "invoice:" + parts[0]);
            allowed.add(client.check(question.user("ada").resource(invoice).tenant("acme")));
        }
        PermissionQuestion another = PermissionQuestion.of(VIEWER, "invoice:delete").resource(ResourceInHand.of("43"));
        allowed.add(client.check(another.user("ada").tenant("acme")));
        return allowed;
    }

    private static void awaitChange(PermissionClient client) {
        long before = client.policy().orElseThrow().revision();
        while (client.policy().orElseThrow().revision() == before) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void entitlements(Dream dream, Map<String, Object> seen) {
        EntitlementClient client = EntitlementClient.builder(dream).timeToLive(Duration.ofHours(1)).build();
        seen.put("seats", client.get("acme", "seats").raw());
        seen.put("has", List.of(client.has("acme", "seats"), client.has("acme", "gone")));
        seen.put("all", new TreeSet<>(client.all("acme").keySet()));
        try {
            client.has("nobody", "seats");
        } catch (NotFoundException thrown) {
            seen.put("nobody", thrown.code());
        }
    }
}
