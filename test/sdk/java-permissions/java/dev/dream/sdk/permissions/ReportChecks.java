package dev.dream.sdk.permissions;

import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.errors.RateLimitException;
import dev.dream.sdk.errors.ServerException;
import dev.dream.sdk.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A reporter whose server is a script: what it sent when, as one line of JSON. */
public final class ReportChecks {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration NEVER = Duration.ofDays(1);

    private final ScriptedLog log = new ScriptedLog();
    private final List<String> problems = new ArrayList<>();
    private final DecisionReporterBuilder builder = DecisionReporter.builder(log)
        .interval(NEVER)
        .onProblem(problem -> {
            synchronized (problems) {
                problems.add(problem);
            }
            throw new IllegalStateException("a listener that fails");
        });

    private ReportChecks() {
        builder.clock = Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);
    }

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("content", new ReportChecks().content());
        seen.put("enough", new ReportChecks().enough());
        seen.put("inTime", new ReportChecks().inTime());
        seen.put("oneByOne", new ReportChecks().oneByOne());
        seen.put("again", new ReportChecks().again());
        seen.put("most", new ReportChecks().most());
        seen.put("dropped", new ReportChecks().dropped());
        for (int status : List.of(401, 403, 404)) seen.put("after" + status, new ReportChecks().ended(status));
        seen.put("tenants", new ReportChecks().tenants());
        seen.put("unknown", new ReportChecks().unknown());
        seen.put("flushed", new ReportChecks().flushed());
        seen.put("ends", ReportEnds.all());
        seen.put("unfit", UnfitDecisions.all());
        seen.put("client", ReportedAnswers.all());
        System.out.println(Json.write(seen));
        // Keeps no process alive: nobody closes it, and its time is tomorrow.
        new ReportChecks().builder.build().report(decision("late"));
    }

    static LocalDecision decision(String user) {
        return LocalDecision.of(user, "invoice:read", true, 7);
    }

    static void report(DecisionReporter reporter, int count) {
        for (int number = 0; number < count; number += 1) reporter.report(decision("user" + number));
    }

    private List<String> problems() {
        synchronized (problems) {
            return List.copyOf(problems);
        }
    }

    private Object content() {
        DecisionReporter reporter = builder.build();
        reporter.report(
            decision("ada")
                .resource(new ResourceInHand("42", Map.of("amount", 5)))
                .tenant("acme")
        );
        reporter.report(LocalDecision.of("bob", "report:read:own", false, 0));
        reporter.flush();
        return log.calls().stream().map(ScriptedLog.Told::decisions).toList();
    }

    private Object enough() throws InterruptedException {
        DecisionReporter reporter = builder.build();
        report(reporter, 499);
        Thread.sleep(200);
        int before = log.calls().size();
        report(reporter, 1);
        log.calls(1);
        return List.of(before, log.sizes());
    }

    private Object inTime() throws InterruptedException {
        DecisionReporter reporter = builder.interval(Duration.ofNanos(1)).build();
        long since = System.nanoTime();
        report(reporter, 2);
        long first = log.calls(1).get(0).at() - since;
        Thread.sleep(250);
        int whileNothingWaits = log.calls().size();
        report(reporter, 1);
        log.calls(2);
        return List.of(first >= SHORT.toNanos(), whileNothingWaits, log.sizes());
    }

    private Object oneByOne() {
        DecisionReporter reporter = builder.build();
        log.holdBack(true);
        report(reporter, 500);
        log.calls(1);
        report(reporter, 1_600);
        log.holdBack(false);
        log.calls(3);
        reporter.flush();
        long keys = log.calls().stream().map(ScriptedLog.Told::key).distinct().count();
        return List.of(log.sizes(), log.mostUnderWay(), keys);
    }

    /** What fails for now is sent again as it was, and what was decided later with another key. */
    private Object again() {
        log.answer(
            new ConnectionException("away"),
            new ServerException(ScriptedLog.wrong(503, "a/b")),
            new RateLimitException(ScriptedLog.wrong(429, "a/b"))
        );
        DecisionReporter reporter = builder.interval(SHORT).build();
        report(reporter, 3);
        log.calls(1);
        report(reporter, 700);
        List<ScriptedLog.Told> calls = log.calls(5);
        boolean isSame =
            calls
                .stream()
                .limit(4)
                .map(one -> one.key() + one.decisions())
                .distinct()
                .count() == 1;
        boolean isOther = !calls.get(4).key().equals(calls.get(0).key());
        boolean isLater = calls.get(3).at() - calls.get(0).at() >= 3 * SHORT.toNanos();
        return List.of(log.sizes(), isSame, isOther, isLater, problems());
    }

    private Object most() {
        DecisionReporter reporter = builder.build();
        log.holdBack(true);
        report(reporter, 500);
        log.calls(1);
        report(reporter, 9_507);
        log.holdBack(false);
        reporter.flush();
        int sent = log.sizes().stream().mapToInt(Integer::intValue).sum();
        report(reporter, 1);
        reporter.flush();
        return List.of(sent, log.sizes().stream().distinct().toList(), problems());
    }

    /** What the server does not take it will not take later; what comes afterwards it may. */
    private Object dropped() {
        log.answer(ScriptedLog.refusal(400), new IllegalStateException(), new AssertionError("theirs"));
        DecisionReporter reporter = builder.build();
        for (int count : List.of(1, 2, 3, 4)) {
            report(reporter, count);
            reporter.flush();
        }
        return List.of(log.sizes(), new HashSet<>(log.calls()).size(), problems());
    }

    private Object ended(int status) {
        log.answer(ScriptedLog.refusal(status));
        DecisionReporter reporter = builder.build();
        for (int time = 0; time < 3; time += 1) {
            report(reporter, 3);
            reporter.flush();
        }
        reporter.close();
        return List.of(log.sizes(), problems());
    }

    /** Of a client that has a tenant, nothing about another is taken. */
    private Object tenants() {
        DecisionReporter reporter = builder.build();
        for (int number = 0; number < 3; number += 1) {
            reporter.report(decision("ada").tenant("acme"));
            reporter.report(decision("ada"));
            reporter.report(decision("ada").tenant("globex"));
        }
        reporter.flush();
        return log
            .calls()
            .stream()
            .map(one -> List.of(one.isOfNoTenant(), one.decisions().size()))
            .toList();
    }

    private Object unknown() {
        List<String> many = new ArrayList<>();
        for (int number = 1; number <= 12; number += 1) many.add("t" + number);
        log.answer(
            Map.of("logged", 1, "unknownTenants", List.of("acme", "globex")),
            Map.of("logged", 1, "unknownTenants", many),
            Map.of("logged", 1, "unknownTenants", List.of()),
            Map.of("unknownTenants", "acme"),
            List.of()
        );
        DecisionReporter reporter = builder.build();
        for (int time = 0; time < 5; time += 1) {
            report(reporter, 1);
            reporter.flush();
        }
        return List.of(log.calls().size(), problems());
    }

    /** With nothing to send, with what is under way, and by a thread that is interrupted. */
    private Object flushed() throws InterruptedException {
        DecisionReporter reporter = builder.build();
        reporter.flush();
        int before = log.calls().size();
        log.holdBack(true);
        report(reporter, 1);
        Thread.currentThread().interrupt();
        reporter.flush();
        boolean isKept = Thread.interrupted();
        log.calls(1);
        report(reporter, 2);
        Thread other = new Thread(reporter::flush);
        other.start();
        other.join(100);
        boolean waits = other.isAlive();
        log.holdBack(false);
        other.join();
        return List.of(before, isKept, waits, log.sizes(), problems());
    }
}
