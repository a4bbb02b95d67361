package dev.dream.sdk.middleware;

import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.flags.FlagClient;
import dev.dream.sdk.flags.FlagContext;
import dev.dream.sdk.flags.TestFlagData;
import dev.dream.sdk.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is let through, as one line of JSON. */
public final class AdmissionChecks {

    private static final String GOOD = ScriptedSource.tokenFor(3600);

    private final ScriptedSource source = new ScriptedSource();
    private final List<Throwable> errors = new ArrayList<>();
    private final Middleware middleware = source
        .middleware()
        .onError((thrown, requestId) -> errors.add(thrown))
        .build();

    private AdmissionChecks() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("told", new AdmissionChecks().told());
        seen.put("ids", new AdmissionChecks().ids());
        seen.put("tokens", new AdmissionChecks().tokens());
        seen.put("tenants", new AdmissionChecks().tenants());
        seen.put("places", new AdmissionChecks().places());
        seen.put("settings", settings());
        System.out.println(Json.write(seen));
    }

    private String ask(String token) {
        return Asking.of(middleware, token).answer();
    }

    private List<Object> told() throws Exception {
        List<Object> told = new ArrayList<>();
        TestFlagData data = TestFlagData.create();
        data.flag("menu")
            .rule(Map.of("tenant.plan", List.of("pro"), "user.key", List.of("ada")), "on")
            .fallthrough("off");
        data.flag("desk")
            .rule(Map.of("user.roles", Map.of("includes", "editor")), "on")
            .fallthrough("off");
        try (FlagClient flags = data.client()) {
            Asking.of(middleware, GOOD)
                .header("x-tenant-id", "acme")
                .handledBy(context -> {
                    told.add(context.user().id() + " of " + context.tenantId() + " in " + context.requestId());
                    told.add(flags.booleanVariation("menu", FlagContext.of(context.flagContext()), false));
                    told.add(flags.booleanVariation("desk", FlagContext.of(context.flagContext()), false));
                })
                .error();
        }
        told.add(source.asked());
        return told;
    }

    private List<Object> ids() {
        List<Object> ids = new ArrayList<>();
        for (String given : List.of("my-1.a_B", "", "a b", "é", "x".repeat(128), "x".repeat(129), "a\nb")) {
            String id = middleware.requestIdOf(name -> name.equals("x-request-id") ? given : null);
            ids.add(id.equals(given) ? "kept" : id.matches("req_[0-9a-f]{32}") ? "new" : id);
        }
        return ids;
    }

    private Map<String, Object> tokens() {
        Map<String, Object> answers = new LinkedHashMap<>();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("empty", "");
        headers.put("another scheme", "Basic " + GOOD);
        headers.put("nothing behind it", "Bearer");
        headers.put("two of them", "Bearer " + GOOD + " " + GOOD);
        headers.put("a secret key", "Bearer sk_test_1");
        headers.put("no JSON", "Bearer a.b.c");
        headers.put("two parts", "Bearer " + GOOD.substring(0, GOOD.lastIndexOf('.')));
        headers.put("four parts", "Bearer " + GOOD + ".more");
        headers.put("a list in it", "Bearer " + ScriptedSource.token("[]"));
        headers.put("far too much", "Bearer " + ScriptedSource.token("{\"a\":\"" + "x".repeat(9_000) + "\"}"));
        headers.put("its time over", "Bearer " + ScriptedSource.tokenFor(-61));
        headers.forEach((name, value) -> {
            ErrorResponse error = Asking.of(middleware, "").header("Authorization", value).error();
            String code = error.body().replaceFirst(".*\"code\":\"([^\"]*)\".*", "$1");
            String scheme = error.headers().get("WWW-Authenticate");
            answers.put(name, List.of(error.status(), code, scheme, error.headers().get("Cache-Control")));
        });
        answers.put(
            "none",
            Asking.of(middleware, "")
                .header("Authorization", (String[]) null)
                .answer()
        );
        answers.put(
            "twice",
            Asking.of(middleware, "")
                .header("Authorization", "Bearer " + GOOD, "Bearer " + GOOD)
                .answer()
        );
        answers.put("asked", source.asked().size() + errors.size());
        answers.put("within a minute", ask(ScriptedSource.tokenFor(-60)));
        answers.put("no end", ask(ScriptedSource.token("{}")));
        answers.put(
            "in letters of either case",
            Asking.of(middleware, "")
                .header("Authorization", "bEARER  " + GOOD + " ")
                .answer()
        );
        return answers;
    }

    private List<Object> tenants() {
        List<Object> answers = new ArrayList<>();
        for (String tenant : List.of("a b", "../etc", "x".repeat(129), "-a", "a\r\nb")) {
            answers.add(Asking.of(middleware, GOOD).header("X-Tenant-ID", tenant).error().body());
        }
        String twice = Asking.of(middleware, GOOD).header("X-Tenant-ID", "acme", "globex").answer();
        return List.of(answers.stream().distinct().toList(), twice, source.asked().size());
    }

    private List<String> places() {
        Middleware other = source
            .middleware()
            .tokenOf(header -> header.read("cookie").split("=")[1])
            .tenantOf(header -> header.read("host").split("\\.")[0])
            .build();
        Asking asking = Asking.of(other, "")
            .header("Cookie", "session=" + GOOD)
            .header("Host", "globex.app.example");
        return List.of(asking.answer(), source.asked().get(0), asking.header("Host", (String[]) null).answer());
    }

    private static List<String> settings() {
        MiddlewareBuilder builder = new ScriptedSource().middleware();
        List<Runnable> wrong = List.of(
            () -> builder.timeToLive(Duration.ofMillis(-1)),
            () -> builder.timeToLive(null),
            () -> builder.tokenOf(null),
            () -> builder.onError(null),
            () -> Middleware.requireForm("invoice"),
            () -> Middleware.requireForm(null),
            () -> Middleware.requireForm("invoice:Read")
        );
        builder.timeToLive(Duration.ofSeconds(Long.MAX_VALUE)).permissions(null).build();
        return wrong
            .stream()
            .map(one -> {
                try {
                    one.run();
                    return "taken";
                } catch (ConfigurationException refused) {
                    return refused.getMessage();
                }
            })
            .toList();
    }
}
