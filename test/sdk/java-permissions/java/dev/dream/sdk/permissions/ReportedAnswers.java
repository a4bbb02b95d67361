package dev.dream.sdk.permissions;

import dev.dream.sdk.json.Json;
import dev.dream.sdk.params.Subject;
import dev.dream.sdk.types.SubjectType;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Which answers of a client are reported, and about whom. */
final class ReportedAnswers {

    private static final Map<String, Object> ROLES = Map.of("roleSlugs", List.of("editor"));

    private ReportedAnswers() {}

    static Map<String, Object> all() {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("ofClaims", told(ReportedAnswers::ofClaims));
        seen.put("ofQuestions", told(ReportedAnswers::ofQuestions));
        seen.put("nobody", told(ReportedAnswers::nobody));
        seen.put("off", told(ReportedAnswers::ofClaims, true));
        seen.put("hostile", hostile());
        return seen;
    }

    private static RoleHolder claims(Object... more) {
        Map<String, Object> all = new HashMap<>(ROLES);
        for (int at = 0; at < more.length; at += 2) all.put((String) more[at], more[at + 1]);
        return RoleHolder.claims(all);
    }

    private static void ofClaims(PermissionClient client) {
        client.can(claims("sub", "ada"), "invoice:read");
        client.can(claims("sub", "ada", "tenantId", "acme"), "invoice:fly");
        client.can(claims("sub", "ada", "tenantId", "acme"), "invoice:read", ResourceInHand.of("42"));
        client.can(claims("sub", "ada"), "invoice:*");
        client.check(PermissionQuestion.of(claims("sub", "ada", "tenantId", "acme"), "invoice:read").tenant("globex"));
    }

    private static void ofQuestions(PermissionClient client) {
        PermissionQuestion roles = PermissionQuestion.of(RoleHolder.roles("editor"), "invoice:read");
        client.check(roles.user("bob"));
        client.check(roles.user("bob").tenant("acme").resource(ResourceInHand.of("42")));
        client.check(roles.subject(Subject.builder().id("ci").type(SubjectType.SERVICE_ACCOUNT).build()));
        client.check(PermissionQuestion.of(claims("sub", "ada", "tenantId", "acme"), "invoice:read").user("bob"));
    }

    /** It is not known whom it is about, or which tenant; or it was the server that answered. */
    private static void nobody(PermissionClient client) {
        client.can(RoleHolder.roles("editor"), "invoice:read");
        client.can(null, "invoice:read");
        client.check(PermissionQuestion.of(RoleHolder.roles("editor"), "invoice:read").tenant("acme"));
        for (Object sub : List.of("", 7, List.of("ada"), "a".repeat(256))) {
            client.can(claims("sub", sub), "invoice:read");
        }
        client.can(claims("sub", "ada", "tenantId", 7), "invoice:read");
        client.can(claims("sub", "ada", "policyVersion", "99.1"), "invoice:read");
        client.check(PermissionQuestion.of(claims("sub", "ada"), "invoice:update").resource(ResourceInHand.of("42")));
        client.can(claims("sub", "ada"), null);
    }

    private static List<List<String>> told(Consumer<PermissionClient> asking) {
        return told(asking, false);
    }

    /** What was reported, but for when it was decided; and what was left for the end. */
    private static List<List<String>> told(Consumer<PermissionClient> asking, boolean isOff) {
        ScriptedLog log = new ScriptedLog();
        ScriptedSource source = new ScriptedSource().log(log);
        source.answer(PermissionChecks.policy(7, "invoice:read"));
        PermissionClientBuilder builder = PermissionClient.builder(source).withoutStream();
        List<String> flushed;
        try (PermissionClient client = (isOff ? builder.withoutReports() : builder).build()) {
            client.ready();
            asking.accept(client);
            client.flush();
            flushed = written(log);
            client.can(claims("sub", "eve"), "invoice:read");
        }
        List<String> all = written(log);
        return List.of(flushed, all.subList(flushed.size(), all.size()));
    }

    private static List<String> written(ScriptedLog log) {
        List<String> told = new ArrayList<>();
        for (ScriptedLog.Told call : log.calls()) {
            for (Object one : call.decisions()) {
                Map<String, Object> fields = new LinkedHashMap<>();
                ((Map<?, ?>) one).forEach((name, value) -> fields.put((String) name, value));
                fields.remove("decidedAt");
                told.add(Json.write(fields));
            }
        }
        return told;
    }

    /** With what says its roles, and throws when it is asked whose they are. */
    private static final class Failing extends AbstractMap<String, Object> {

        @Override
        public Object get(Object name) {
            if (name.equals("sub")) throw new AssertionError("no");
            return ROLES.get(name);
        }

        @Override
        public boolean containsKey(Object name) {
            return ROLES.containsKey(name);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return ROLES.entrySet();
        }
    }

    private static List<Object> hostile() {
        ScriptedLog log = new ScriptedLog();
        ScriptedSource source = new ScriptedSource().log(log);
        source.answer(PermissionChecks.policy(7, "invoice:read"));
        try (PermissionClient client = PermissionClient.builder(source).withoutStream().build()) {
            client.ready();
            String answer = client.can(RoleHolder.claims(new Failing()), "invoice:read").name();
            client.flush();
            return List.of(answer, log.calls().size());
        }
    }
}
