package dev.dream.sdk.permissions;

import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.json.Json;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        answers.addAll(ofClient());
        return answers;
    }

    /** With what other languages throw, which Java would have declared, or with what nobody catches. */
    private static final class Failing extends AbstractMap<String, Object> {

        @Override
        public Set<Entry<String, Object>> entrySet() {
            throw new AssertionError("no");
        }
    }

    private static List<Object> ofClient() {
        ScriptedSource source = new ScriptedSource();
        source.answer(PermissionChecks.policy(1, "*"));
        List<Object> answers = new ArrayList<>();
        try (PermissionClient client = PermissionClient.builder(source).build()) {
            answers.add(client.ready(null));
            answers.add(client.ready(Duration.ofSeconds(Long.MIN_VALUE)));
            answers.add(client.ready(Duration.ofSeconds(Long.MAX_VALUE)));
            for (RoleHolder who : Arrays.asList(
                null,
                RoleHolder.claims(new Failing()),
                RoleHolder.claims(Map.of("roleSlugs", new Failing().values())),
                RoleHolder.roles(new Failing().keySet())
            )) {
                answers.add(client.can(who, "invoice:read").name());
            }
        }
        return answers;
    }

    /** What a question says does not change any more, whatever becomes of what it was made of. */
    static String kept() {
        List<Object> items = new ArrayList<>(List.of(1));
        Map<String, Object> properties = new HashMap<>(Map.of("items", items));
        Map<String, Object> context = new HashMap<>(Map.of("ip", "::1"));
        PermissionQuestion question = PermissionQuestion.of(RoleHolder.roles("editor"), "invoice:read")
            .resource(new ResourceInHand("42", properties))
            .context(context);
        int before = question.hashCode();
        items.add(2);
        properties.put("amount", 5);
        context.clear();
        return Json.write(question.body()) + (question.hashCode() == before);
    }
}
