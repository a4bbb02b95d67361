package dev.dream.sdk.middleware;

import dev.dream.sdk.EventStream;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.params.AccessCheckBody;
import dev.dream.sdk.permissions.DecisionReporter;
import dev.dream.sdk.permissions.PermissionClient;
import dev.dream.sdk.permissions.PermissionSource;
import dev.dream.sdk.permissions.ResourceInHand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a reporter is told of what a middleware decided by itself, as one line of JSON. */
public final class ToldDecisions {

    private static final ResourceInHand INVOICE = new ResourceInHand("42", Map.of("amount", 5));

    private final ScriptedSource source = new ScriptedSource();
    private final List<String> told = new ArrayList<>();
    private final DecisionReporter reporter = DecisionReporter.builder((body, options) -> {
        for (Object one : (List<?>) body.toJson().get("decisions"))
            told.add(Json.write(one).replaceAll("^.*?Z\",", "{"));
        return null;
    }).build();
    private final MiddlewareBuilder builder = source.middleware().decisions(reporter);

    private ToldDecisions() {}

    public static void main(String[] arguments) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("held", new ToldDecisions().asked("\"12.3\""));
        for (String version : List.of("null", "12", "\"\"", "\"x.1\"", "\"1234567890123456.1\"", "\"-1.2\"")) {
            seen.put("version " + version, new ToldDecisions().asked(version));
        }
        seen.put("policy", new ToldDecisions().byPolicy("\"12.3\""));
        seen.put("policy alone", new ToldDecisions().byPolicy("null"));
        seen.put("nobody", new ToldDecisions().withoutReporter());
        System.out.println(Json.write(seen));
    }

    private void ask(String version, String permission, ResourceInHand resource) {
        String token = ScriptedSource.token("{\"sub\":\"ada\",\"policyVersion\":" + version + "}");
        Asking.of(builder.build(), token)
            .handledBy(context -> context.authorize(permission, resource))
            .answer();
    }

    private List<String> asked(String version) {
        ask(version, "invoice:read", null);
        ask(version, "invoice:read", INVOICE);
        ask(version, "report:*", null);
        // The server decides.
        ask(version, "report:read", null);
        reporter.close();
        return told;
    }

    private List<String> byPolicy(String version) {
        try (PermissionClient client = PermissionClient.builder(new OnePolicy()).withoutStream().build()) {
            client.ready();
            builder.permissions(client);
            ask(version, "report:read", INVOICE);
            ask(version, "report:fly", null);
            // It is not known here.
            ask(version, "report:share", INVOICE);
        }
        reporter.close();
        return told;
    }

    private List<String> withoutReporter() {
        builder.decisions(null);
        return asked("\"12.3\"");
    }

    private static final class OnePolicy implements PermissionSource {

        @Override
        public RawAnswer<?> policy(RequestOptions options) {
            Object policy = Map.of(
                "revision",
                9,
                "roles",
                Map.of("editor", List.of(Map.of("permission", "report:read"))),
                "resourceTypes",
                Map.of("report", List.of("read", "share"))
            );
            return new RawAnswer<>(policy, 200, Map.of(), Optional.empty(), 1);
        }

        @Override
        public boolean check(AccessCheckBody question, RequestOptions options) {
            throw new IllegalStateException("The middleware asks as the user");
        }

        @Override
        public EventStream events(String types, RequestOptions options) {
            throw new IllegalStateException("There is no stream");
        }
    }
}
