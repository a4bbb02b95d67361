package dev.dream.sdk.permissions;

import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is refused, and what is answered to what nobody should ask. */
final class RefusalChecks {

    private RefusalChecks() {}

    static List<String> settings() {
        PermissionClientBuilder builder = PermissionClient.builder(new ScriptedSource());
        List<Runnable> refused = List.of(
            () -> {
                try (PermissionClient client = PermissionClient.builder(new ScriptedSource()).build()) {
                    client.check(null);
                }
            },
            () -> builder.refreshInterval(Duration.ZERO),
            () -> builder.refreshInterval(null),
            () -> builder.maxAge(Duration.ofSeconds(-1)),
            () -> RolePolicy.of(null),
            () -> RolePolicy.of(List.of()),
            () -> RolePolicy.of(Json.parse("{\"revision\":\"1\",\"roles\":{},\"resourceTypes\":{}}")),
            () -> RolePolicy.of(Json.parse("{\"revision\":1,\"roles\":{\"a\":[\"x:y\"]},\"resourceTypes\":{}}")),
            () -> RolePolicy.of(Json.parse("{\"revision\":1,\"roles\":{},\"resourceTypes\":{\"a\":[7]}}")),
            () -> RolePolicy.of(Json.parse("{\"revision\":1,\"roles\":{},\"resourceTypes\":[]}")),
            () ->
                RolePolicy.of(
                    Json.parse(
                        "{\"revision\":1,\"roles\":{\"a\":[{\"permission\":\"x:y\",\"condition\":null}]},\"resourceTypes\":{}}"
                    )
                )
        );
        return refused.stream().map(RefusalChecks::messageOf).toList();
    }

    private static String messageOf(Runnable refused) {
        try {
            refused.run();
            return "taken";
        } catch (ConfigurationException thrown) {
            return thrown.getMessage();
        }
    }

    static List<Object> hostile() {
        RolePolicy policy = RolePolicy.of(PermissionChecks.policy(1, "*"));
        List<Object> answers = new ArrayList<>();
        for (List<?> roles : Arrays.asList(
            null,
            List.of(7),
            Arrays.asList("editor", null),
            List.of(List.of("editor"))
        )) {
            answers.add(policy.can(roles, "invoice:read").name() + policy.permissionsOf(roles));
        }
        answers.add(policy.can(List.of("editor"), null).name());
        answers.add(Permissions.matches("*", null) || Permissions.matches(null, "a:b"));
        answers.add(Permissions.hasAll(null, List.of()) || Permissions.hasAny(List.of("*"), null));
        answers.add(Permissions.hasAny(Arrays.asList(7, null, "*"), Arrays.asList(null, "a:b")));
        answers.add(Permissions.matches("*", "a".repeat(1_000_000) + ":b"));
        return answers;
    }
}
