package dev.dream.sdk.permissions;

import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.errors.ConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** What becomes of decisions that wait while a reporter is closed. */
final class ReportEnds {

    private final ScriptedLog log = new ScriptedLog();
    private final List<String> problems = Collections.synchronizedList(new ArrayList<>());
    private final DecisionReporterBuilder builder = DecisionReporter.builder(log)
        .interval(Duration.ofSeconds(Long.MAX_VALUE))
        .onProblem(problems::add);

    private ReportEnds() {}

    static Map<String, Object> all() throws InterruptedException {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("sent", new ReportEnds().sent());
        seen.put("failing", new ReportEnds().failing());
        seen.put("waiting", new ReportEnds().waiting());
        seen.put("tooLong", new ReportEnds().tooLong());
        seen.put("interrupted", new ReportEnds().interrupted());
        seen.put("byListener", new ReportEnds().byListener());
        seen.put("settings", settings());
        return seen;
    }

    private Object sent() {
        DecisionReporter reporter = builder.build();
        ReportChecks.report(reporter, 3);
        reporter.close();
        List<Integer> sizes = log.sizes();
        ReportChecks.report(reporter, 600);
        reporter.flush();
        reporter.close();
        return List.of(sizes, log.sizes());
    }

    /** Each of the calls has its time, and there is no other. */
    private Object failing() throws InterruptedException {
        log.answer(new ConnectionException("away"), new ConnectionException("away"));
        DecisionReporter reporter = builder.build();
        log.holdBack(true);
        ReportChecks.report(reporter, 499);
        ReportChecks.report(reporter, 1);
        log.calls(1);
        ReportChecks.report(reporter, 2);
        Thread closing = new Thread(reporter::close);
        closing.start();
        closing.join(100);
        boolean waits = closing.isAlive();
        log.holdBack(false);
        closing.join();
        return List.of(waits, log.sizes(), problems);
    }

    /** What failed a moment ago is tried once more. */
    private Object waiting() {
        log.answer(new ConnectionException("away"));
        DecisionReporter reporter = builder.build();
        ReportChecks.report(reporter, 1);
        reporter.flush();
        int before = log.calls().size();
        reporter.close();
        boolean isSame = log.calls().get(0).key().equals(log.calls().get(1).key());
        return List.of(before, log.sizes(), isSame, problems);
    }

    private Object tooLong() {
        DecisionSender sender = new DecisionSender(log, Duration.ofDays(1), problems::add);
        log.holdBack(true);
        for (int number = 0; number < 1_003; number += 1) {
            sender.add(CollectedDecision.of(ReportChecks.decision("ada"), Instant.EPOCH));
            if (number == 499) log.calls(1);
        }
        sender.close(Duration.ofMillis(50));
        log.awaitNone();
        sender.flush(Duration.ofDays(1));
        return List.of(log.calls().size(), problems);
    }

    private Object interrupted() {
        DecisionReporter reporter = builder.build();
        log.holdBack(true);
        ReportChecks.report(reporter, 1);
        Thread.currentThread().interrupt();
        reporter.close();
        return List.of(Thread.interrupted(), problems);
    }

    /** Whoever is told may ask for whatever: it waits for itself in vain otherwise. */
    private Object byListener() {
        log.answer(ScriptedLog.refusal(400));
        AtomicReference<DecisionReporter> own = new AtomicReference<>();
        DecisionReporter reporter = builder
            .onProblem(problem -> {
                problems.add(problem);
                own.get().flush();
                own.get().close();
            })
            .build();
        own.set(reporter);
        reporter.report(ReportChecks.decision("ada").tenant("acme"));
        reporter.report(ReportChecks.decision("ada"));
        reporter.flush();
        ReportChecks.report(reporter, 1);
        reporter.flush();
        return List.of(log.sizes(), problems);
    }

    private static List<String> settings() {
        DecisionReporterBuilder reporter = DecisionReporter.builder(new ScriptedLog());
        PermissionClientBuilder client = PermissionClient.builder(new ScriptedSource());
        List<String> messages = new ArrayList<>();
        for (Runnable refused : List.<Runnable>of(
            () -> reporter.interval(Duration.ZERO),
            () -> reporter.interval(null),
            () -> client.reportInterval(Duration.ofSeconds(-1))
        )) {
            try {
                refused.run();
            } catch (ConfigurationException thrown) {
                messages.add(thrown.getMessage());
            }
        }
        return messages;
    }
}
