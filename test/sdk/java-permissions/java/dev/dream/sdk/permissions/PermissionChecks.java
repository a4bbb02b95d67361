package dev.dream.sdk.permissions;

import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A client whose server is a script and whose clock stands still: what it did, as one line of JSON. */
public final class PermissionChecks {

    private static final RoleHolder EDITOR = RoleHolder.roles("editor");
    private static final ResourceInHand INVOICE = ResourceInHand.of("42");

    private final ScriptedSource source = new ScriptedSource();
    private final AtomicLong now = new AtomicLong(-1);
    private final List<String> problems = new ArrayList<>();
    private final PermissionClientBuilder builder = PermissionClient.builder(source).onProblem(problem -> {
        synchronized (problems) {
            problems.add(problem);
        }
        throw new IllegalStateException("a listener that fails");
    });

    private PermissionChecks() {
        builder.nanoTime = now::get;
        builder.clock = Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);
    }

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("follows", new PermissionChecks().follows());
        seen.put("age", new PermissionChecks().age());
        seen.put("problems", new PermissionChecks().problems());
        seen.put("turns", new PermissionChecks().turns());
        seen.put("claims", new PermissionChecks().claims());
        seen.put("closed", new PermissionChecks().closed());
        seen.put("check", new PermissionChecks().check());
        seen.put("refused", new StreamChecks().refused());
        seen.put("ended", new StreamChecks().ended());
        seen.put("turn", StreamChecks.waitsForItsTurn());
        seen.put("reopened", new StreamChecks().reopened());
        seen.put("told", StreamChecks.told());
        seen.put("settings", RefusalChecks.settings());
        seen.put("hostile", RefusalChecks.hostile());
        seen.put("kept", RefusalChecks.kept());
        System.out.println(Json.write(seen));
    }

    static Map<String, Object> policy(long revision, String... permissions) {
        List<Object> grants = Stream.of(permissions)
            .<Object>map(one -> Map.of("permission", one))
            .toList();
        return Map.of(
            "revision",
            revision,
            "roles",
            Map.of("editor", grants),
            "resourceTypes",
            Map.of("invoice", List.of("read", "update")),
            "relationActions",
            Map.of("invoice", List.of("update"))
        );
    }

    private List<Object> follows() {
        source.answer(policy(1, "invoice:read"));
        try (PermissionClient client = builder.build()) {
            boolean isReady = client.ready();
            source.asked("stream revision.applied");
            String first = client.can(EDITOR, "invoice:read") + " " + client.can(EDITOR, "invoice:update");
            String related = client.can(EDITOR, "invoice:update", INVOICE).toString();
            source.tell("nothing new");
            source.asked("policy \"1\"");
            client.refresh();
            source.answer(policy(2, "invoice:read", "invoice:update"));
            int before = source.asked().size();
            source.tell("an apply");
            source.asked(before + 1);
            // One question is under way at a time: after this one, the one before is over too.
            client.refresh();
            String then =
                client.can(EDITOR, "invoice:update") + " " + client.policy().map(RolePolicy::revision).orElse(0L);
            return List.of(isReady, first, related, then);
        }
    }

    private List<Object> age() {
        source.answer(policy(1, "invoice:read"));
        try (PermissionClient client = builder.withoutStream().maxAge(Duration.ofSeconds(10)).build()) {
            client.ready();
            List<Object> answers = new ArrayList<>();
            now.addAndGet(Duration.ofSeconds(10).toNanos());
            answers.add(client.can(EDITOR, "invoice:read").name());
            now.addAndGet(1);
            answers.add(client.can(EDITOR, "invoice:read").name());
            client.refresh();
            answers.add(client.can(EDITOR, "invoice:read").name());
            answers.addAll(source.asked());
            return answers;
        }
    }

    private List<Object> problems() {
        source.answer(policy(1));
        try (PermissionClient client = builder.withoutStream().build()) {
            client.ready();
            source.answer(Map.of("roles", Map.of()));
            client.refresh();
            source.answer(new ConnectionException("away"));
            client.refresh();
            long kept = client.policy().orElseThrow().revision();
            source.answer(policy(3));
            client.refresh();
            return List.of(kept, client.policy().orElseThrow().revision(), List.copyOf(problems));
        }
    }

    /** Three wishes while a question is under way are one more after it; the refresh at the end is another. */
    private int turns() {
        source.answer(policy(1));
        builder.leastPause = Duration.ZERO;
        try (PermissionClient client = builder.withoutStream().build()) {
            client.ready();
            RoleHolder newer = RoleHolder.claims(Map.of("roleSlugs", List.of("editor"), "policyVersion", "2.1"));
            source.holdBack(true);
            client.can(newer, "invoice:read");
            source.asked(2);
            for (int wish = 0; wish < 3; wish += 1) client.can(newer, "invoice:read");
            source.holdBack(false);
            source.asked(3);
            client.refresh();
            return source.asked().size();
        }
    }

    private List<Object> claims() {
        source.answer(policy(7, "invoice:read"));
        try (PermissionClient client = builder.withoutStream().build()) {
            client.ready();
            List<Object> answers = new ArrayList<>();
            List<String> claims = List.of(
                "{}",
                "{\"policyVersion\":\"7.3\"}",
                "{\"policyVersion\":\"6.9\",\"accessUntil\":1800000060}",
                "{\"accessUntil\":1800000000}",
                "{\"accessUntil\":\"x\"}",
                "{\"accessUntil\":null}",
                "{\"roleSlugs\":\"editor\"}",
                "{\"roleSlugs\":[7]}",
                "{\"roleSlugs\":null}"
            );
            for (String one : claims) answers.add(client.can(claims(one), "invoice:read").name());
            answers.add(client.can(RoleHolder.claims(null), "invoice:read").name());
            answers.add(source.asked().size());
            // The clock stands still: only the first begins a refresh.
            for (String version : List.of(
                "8.1",
                "nonsense",
                "99999999999999999999.1",
                "",
                "-1",
                "0000000000000007.1"
            )) {
                String newer = "{\"policyVersion\":\"" + version + "\"}";
                answers.add(client.can(claims(newer), "invoice:read").name());
            }
            source.asked(2);
            client.refresh();
            answers.add(source.asked().size());
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            client.can(claims("{\"policyVersion\":\"8.1\"}"), "invoice:read");
            answers.add(source.asked(4).size());
            return answers;
        }
    }

    private static RoleHolder claims(String json) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("roleSlugs", List.of("editor"));
        ((Map<?, ?>) Json.parse(json)).forEach((name, value) -> all.put((String) name, value));
        return RoleHolder.claims(all);
    }

    private List<Object> closed() {
        source.answer(new ConnectionException("away"));
        PermissionClient client = builder.build();
        boolean isReady = client.ready(Duration.ofMillis(20));
        source.answer(policy(1, "invoice:read"));
        client.refresh();
        String before = client.can(EDITOR, "invoice:read").name();
        Thread.currentThread().interrupt();
        client.refresh();
        boolean isKept = Thread.interrupted();
        client.close();
        client.refresh();
        return List.of(isReady, before, isKept, client.ready(), client.can(EDITOR, "invoice:read").name());
    }

    private List<Object> check() {
        source.answer(policy(1, "invoice:read"));
        try (PermissionClient client = builder.withoutStream().build()) {
            client.ready();
            boolean allowed = client.check(PermissionQuestion.of(EDITOR, "invoice:read"));
            boolean refused = client.check(PermissionQuestion.of(EDITOR, "invoice:fly"));
            PermissionQuestion question = PermissionQuestion.of(EDITOR, "invoice:update")
                .user("ada")
                .resource(new ResourceInHand("42", Map.of("amount", 5)))
                .context(Map.of("ip", "::1"))
                .tenant("acme");
            boolean one = client.check(question);
            source.allow(false);
            boolean other = client.check(PermissionQuestion.of(null, "invoice:read:own"));
            return List.of(allowed, refused, one, other, source.asked());
        }
    }
}
