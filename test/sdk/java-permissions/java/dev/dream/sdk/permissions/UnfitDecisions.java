package dev.dream.sdk.permissions;

import dev.dream.sdk.params.Subject;
import dev.dream.sdk.types.SubjectType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is no decision, for the sake of which the server would refuse all that come with it; and what is one. */
final class UnfitDecisions {

    private static final LocalDecision FIT = ReportChecks.decision("ada");

    private final ScriptedLog log = new ScriptedLog();
    private final DecisionReporter reporter = DecisionReporter.builder(log).interval(Duration.ofDays(1)).build();

    private UnfitDecisions() {}

    static Map<String, Object> all() {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("unfit", new UnfitDecisions().sent(unfit()));
        seen.put("fit", new UnfitDecisions().sent(fit()));
        seen.put("large", new UnfitDecisions().large());
        return seen;
    }

    private static List<LocalDecision> unfit() {
        List<LocalDecision> unfit = new ArrayList<>(
            Arrays.asList(null, LocalDecision.of(null, "invoice:read", true, 7))
        );
        for (String id : List.of("", "a".repeat(256), "a\u0000b", "a\ud800", "\udc00a")) {
            unfit.add(ReportChecks.decision(id));
            unfit.add(FIT.resource(ResourceInHand.of(id)));
        }
        for (String permission : Arrays.asList(null, "", "*", "invoice", "invoice:", ":read", "i:" + "a".repeat(129))) {
            unfit.add(LocalDecision.of("ada", permission, true, 7));
        }
        for (String tenant : List.of("", "a b", "-a", "a".repeat(129), "acme\n")) unfit.add(FIT.tenant(tenant));
        unfit.add(FIT.subject(Subject.builder().id("ada").type(SubjectType.of("robot")).build()));
        unfit.add(FIT.subject(Subject.builder().put("id", 7).build()));
        unfit.add(FIT.subject(Subject.builder().id("ada").put("type", List.of()).build()));
        unfit.add(LocalDecision.of("ada", "invoice:read", true, -1));
        unfit.add(LocalDecision.of("ada", "invoice:read", true, 1L << 53));
        return unfit;
    }

    private static List<LocalDecision> fit() {
        String longest = "\ud83d\ude00".repeat(255);
        return List.of(
            LocalDecision.of(longest, longest + ":" + "a".repeat(128), true, (1L << 53) - 1).resource(
                ResourceInHand.of(longest)
            ),
            FIT.tenant("a".repeat(128)),
            FIT.resource(ResourceInHand.of(null)),
            FIT.subject(Subject.builder().id("ci").type(SubjectType.SERVICE_ACCOUNT).properties(Map.of("a", 1)).build())
        );
    }

    /** Which of the subjects and permissions came. */
    private Object sent(List<LocalDecision> decisions) {
        for (LocalDecision one : decisions) reporter.report(one);
        reporter.report(FIT);
        reporter.flush();
        return log
            .calls()
            .stream()
            .flatMap(one -> one.decisions().stream())
            .map(one -> ((Map<?, ?>) one).get("subject"))
            .map(subject -> String.valueOf(subject).length() > 99 ? "long" : subject)
            .toList();
    }

    /** The longest names, of characters that JSON has six letters for. */
    private Object large() {
        String name = "\u0001".repeat(255);
        for (int number = 0; number < 1_000; number += 1) {
            reporter.report(
                LocalDecision.of(name, name + ":" + "\u0001".repeat(128), true, 7).resource(ResourceInHand.of(name))
            );
        }
        reporter.flush();
        int sent = log.sizes().stream().mapToInt(Integer::intValue).sum();
        boolean isSmall = log
            .calls()
            .stream()
            .allMatch(one -> one.bytes() < 1 << 20);
        return List.of(sent, isSmall, log.calls().size() < 10);
    }
}
