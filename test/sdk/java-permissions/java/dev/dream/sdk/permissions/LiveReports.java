package dev.dream.sdk.permissions;

import dev.dream.sdk.Dream;
import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.params.AccessDecisionsListQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a real control plane has in its log of what was decided here. Of the parameters, the first is the key that may
 * write it, and the second one that may not; the client of both is of the tenant globex.
 */
public final class LiveReports {

    private static final Map<String, Object> CLAIMS = Map.of("roleSlugs", List.of("viewer"), "sub", "ada");
    private static final PermissionQuestion READ = PermissionQuestion.of(
        RoleHolder.claims(CLAIMS),
        "invoice:read"
    ).tenant("acme");

    private LiveReports() {}

    public static void main(String[] arguments) {
        Map<String, Object> seen = new LinkedHashMap<>();
        try (
            Dream writing = Dream.builder().secretKey(arguments[0]).tenant("globex").build();
            Dream reading = Dream.builder().secretKey(arguments[1]).tenant("globex").build();
            Dream anywhere = Dream.builder().secretKey(arguments[0]).build()
        ) {
            seen.put("answered", answered(writing));
            seen.put("log", log(anywhere));
            seen.put("again", again(writing, anywhere));
            seen.put("refused", refused(reading, anywhere));
        }
        System.out.println(Json.write(seen));
    }

    private static Object answered(Dream dream) {
        List<String> problems = new ArrayList<>();
        try (PermissionClient client = PermissionClient.builder(dream).onProblem(problems::add).build()) {
            client.ready(Duration.ofMinutes(1));
            RoleHolder who = RoleHolder.claims(CLAIMS);
            List<Object> answers = new ArrayList<>();
            answers.add(client.can(who, "invoice:read").name());
            answers.add(client.can(who, "invoice:fly", ResourceInHand.of("42")).name());
            answers.add(client.can(RoleHolder.roles("viewer"), "invoice:read").name());
            answers.add(client.check(READ));
            answers.add(client.check(READ.user("bob").tenant("gone")));
            // What no database can hold harms nothing that is sent with it.
            answers.add(client.check(READ.resource(ResourceInHand.of("4\u00002"))));
            client.flush();
            answers.add(problems);
            client.can(who, "invoice:delete");
            return answers;
        }
    }

    private static List<String> log(Dream dream) {
        List<String> entries = new ArrayList<>();
        dream
            .access()
            .decisions()
            .list(AccessDecisionsListQuery.builder().limit(100).build())
            .forEach(one -> {
                String resource =
                    one.resource().type() +
                    one
                        .resource()
                        .id()
                        .map(id -> "/" + id)
                        .orElse("");
                String who = one.subject().type() + " " + one.subject().id() + " of " + one.tenant();
                String what = (one.allowed() ? " may " : " may not ") + one.action() + " " + resource;
                boolean isRecent = Duration.between(one.decidedAt(), Instant.now()).toMinutes() < 5;
                entries.add(who + what + (one.reported() && isRecent ? ", reported" : ""));
            });
        return entries.stream().sorted().toList();
    }

    /** The answer is lost on its way: what is sent again is in the log once. */
    private static Object again(Dream dream, Dream anywhere) {
        List<String> keys = new ArrayList<>();
        DecisionLog real = DecisionLog.of(dream);
        DecisionLog losing = (body, options) -> {
            var answer = real.report(body, options);
            keys.add(options.idempotencyKey());
            if (keys.size() == 1) throw new ConnectionException("lost");
            return answer;
        };
        try (DecisionReporter reporter = DecisionReporter.builder(losing).build()) {
            reporter.report(LocalDecision.of("carl", "report:read", true, 1).tenant("acme"));
            reporter.flush();
            reporter.report(LocalDecision.of("carl", "report:share", true, 1).tenant("acme"));
        }
        List<String> his = log(anywhere)
            .stream()
            .filter(one -> one.contains("carl"))
            .toList();
        return List.of(keys.size(), keys.stream().distinct().count(), his);
    }

    private static Object refused(Dream dream, Dream anywhere) {
        int before = log(anywhere).size();
        List<String> problems = new ArrayList<>();
        PermissionClientBuilder builder = PermissionClient.builder(dream).withoutStream().onProblem(problems::add);
        try (PermissionClient client = builder.build()) {
            client.ready(Duration.ofMinutes(1));
            List<Object> seen = new ArrayList<>();
            for (int time = 0; time < 2; time += 1) {
                seen.add(client.check(READ));
                client.flush();
            }
            List<String> told = problems
                .stream()
                .map(one -> one.replaceFirst(": .*$", ""))
                .toList();
            seen.addAll(List.of(told, log(anywhere).size() - before));
            return seen;
        }
    }
}
