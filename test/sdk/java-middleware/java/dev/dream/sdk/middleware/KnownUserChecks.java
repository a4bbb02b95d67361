package dev.dream.sdk.middleware;

import dev.dream.sdk.errors.AbortedException;
import dev.dream.sdk.errors.AuthenticationException;
import dev.dream.sdk.errors.AuthorizationException;
import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

/** How often the server is asked who somebody is, as one line of JSON. */
public final class KnownUserChecks {

    private static final String GOOD = ScriptedSource.tokenFor(3600);

    private final ScriptedSource source = new ScriptedSource();
    private final List<Throwable> errors = new ArrayList<>();
    private final Middleware middleware = source
        .middleware()
        .onError((thrown, requestId) -> errors.add(thrown))
        .build();

    private KnownUserChecks() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("counts", new KnownUserChecks().counts());
        seen.put("slow", new KnownUserChecks().slow());
        seen.put("refused", new KnownUserChecks().refused());
        seen.put("wrapped", new KnownUserChecks().wrapped());
        seen.put("formless", new KnownUserChecks().formless());
        seen.put("most", new KnownUserChecks().most());
        seen.put("shared", new KnownUserChecks().shared());
        seen.put("changed", new KnownUserChecks().changed());
        System.out.println(Json.write(seen));
    }

    private String ask(String token) {
        return Asking.of(middleware, token).answer();
    }

    private List<Object> counts() {
        String brief = ScriptedSource.tokenFor(2);
        List<Object> counts = new ArrayList<>();
        for (long wait : List.of(0L, 1_999L, 1L, 3_000L)) {
            source.pass(wait);
            ask(GOOD);
            if (wait != 3_000) ask(brief);
            counts.add(source.asked().size());
        }
        source.pass(58_000);
        counts.add(ask(brief));
        counts.add(ask(GOOD));
        counts.add(source.asked().size());
        return counts;
    }

    /** The server takes its time: what it says counts from when it was asked, and not beyond the end of the token. */
    private List<Object> slow() {
        source.meanwhile = () -> source.pass(2_000);
        List<Object> counts = new ArrayList<>();
        for (long wait : List.of(0L, 2_999L, 1L)) {
            source.pass(wait);
            ask(GOOD);
            counts.add(source.asked().size());
        }
        source.meanwhile = () -> source.pass(1_500);
        String brief = ScriptedSource.token("{\"exp\":" + (ScriptedSource.START / 1000 + 9) + "}");
        // Seven seconds have passed: it has two left.
        for (long wait : List.of(0L, 499L, 1L)) {
            source.pass(wait);
            ask(brief);
            counts.add(source.asked().size());
        }
        return counts;
    }

    private List<Object> refused() {
        List<Object> answers = new ArrayList<>();
        List<RuntimeException> thrown = List.of(
            new AuthorizationException(ScriptedSource.wrong(403, "auth/tenant-not-allowed")),
            new AuthenticationException(ScriptedSource.wrong(401, "auth/token-signature")),
            new ConnectionException("away")
        );
        for (RuntimeException one : thrown) {
            source.user = one;
            answers.add(ask(GOOD));
            answers.add(Asking.of(middleware, GOOD).error().body());
            answers.add(source.asked().size());
            source.pass(5_000);
        }
        answers.add(errors.size());
        return answers;
    }

    /** A source of somebody else may put whatever it likes around what the server said; twice, to see what is kept. */
    private List<Object> wrapped() {
        List<Object> answers = new ArrayList<>();
        RuntimeException expired = new AuthenticationException(ScriptedSource.wrong(401, "auth/expired-token"));
        RuntimeException ring = new IllegalStateException("a ring");
        ring.initCause(new IllegalStateException(ring));
        List<RuntimeException> thrown = List.of(
            new IllegalStateException("theirs", expired),
            new UncheckedIOException(new IOException("theirs", new ConnectionException("away"))),
            ring,
            new ErrorChecks.Odd()
        );
        for (RuntimeException one : thrown) {
            source.user = one;
            answers.add(List.of(ask(GOOD), ask(GOOD), source.asked().size()));
            source.pass(5_000);
        }
        answers.add(errors.size());
        return answers;
    }

    private List<Object> formless() {
        List<Object> answers = new ArrayList<>();
        for (String missing : List.of("id", "tenantId", "roles", "permissions")) {
            Map<String, Object> user = new LinkedHashMap<>();
            for (String name : List.of("id", "tenantId")) user.put(name, "acme");
            for (String name : List.of("roles", "permissions")) user.put(name, List.of());
            user.remove(missing);
            source.user = user;
            answers.add(ask(GOOD));
        }
        for (String name : List.of("id", "tenantId", "roles", "permissions")) {
            Map<String, Object> user = new LinkedHashMap<>();
            for (String text : List.of("id", "tenantId")) user.put(text, text.equals(name) ? "" : "acme");
            for (String list : List.of("roles", "permissions")) {
                user.put(list, list.equals(name) ? Collections.singletonList(null) : List.of());
            }
            source.user = user;
            answers.add(ask(GOOD));
        }
        answers.add(source.asked().size());
        return answers;
    }

    private List<Object> most() {
        for (int nth = 0; nth <= 2_000; nth += 1) ask(ScriptedSource.token("{\"n\":" + nth + "}"));
        ask(ScriptedSource.token("{\"n\":2000}"));
        ask(ScriptedSource.token("{\"n\":200}"));
        int before = source.asked().size();
        ask(ScriptedSource.token("{\"n\":199}"));
        return List.of(before, source.asked().size());
    }

    /** Four wait for one answer; one of them is interrupted, and harms nobody. */
    private List<Object> shared() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        source.meanwhile = () -> {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException interrupted) {
                throw new AbortedException("nobody does", interrupted);
            }
        };
        List<FutureTask<Object>> waiting = new ArrayList<>();
        for (int nth = 0; nth < 4; nth += 1) {
            FutureTask<Object> one = new FutureTask<>(() -> {
                String told = ask(GOOD);
                return told + " " + Thread.currentThread().isInterrupted();
            });
            Thread thread = new Thread(one);
            thread.start();
            waiting.add(one);
            asked.await();
            if (nth > 0) continue;
            thread.interrupt();
            thread.join();
        }
        answer.countDown();
        List<Object> told = new ArrayList<>();
        for (FutureTask<Object> one : waiting) told.add(one.get());
        told.add(source.asked().size());
        told.add(errors.size());
        return told;
    }

    /** A source of somebody else may keep what it answered, and change it. */
    private List<Object> changed() {
        List<Object> permissions = new ArrayList<>(List.of("invoice:read"));
        Map<String, Object> user = new LinkedHashMap<>();
        for (String name : List.of("id", "tenantId")) user.put(name, "acme");
        user.put("roles", List.of());
        user.put("permissions", permissions);
        source.user = user;
        source.verdict = false;
        List<Object> answers = new ArrayList<>();
        for (int nth = 0; nth < 2; nth += 1) {
            answers.add(
                Asking.of(middleware, GOOD)
                    .handledBy(context -> {
                        permissions.add("report:*");
                        user.put("id", "root");
                        answers.add(context.user().id() + " " + context.user().permissions());
                        context.authorize("report:read");
                    })
                    .answer()
            );
        }
        return answers;
    }
}
