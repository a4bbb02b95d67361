package dev.dream.sdk.flags.reports;

import dev.dream.sdk.flags.evaluation.Evaluator;
import dev.dream.sdk.json.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What is told of evaluations, without a server. Prints what was seen, as JSON. */
public final class ReportChecks {
    private static final Map<String, Object> ADA = Map.of("user", Map.of("key", "ada"));

    private ReportChecks() {}

    public static void main(String[] arguments) {
        Map<String, Object> seen = new HashMap<>();
        seen.put("exposed", exposed());
        seen.put("withheld", withheld());
        seen.put("bounded", bounded());
        seen.put("sampled", sampled());
        System.out.println(Json.write(seen));
    }

    private static Observer observer(double random) {
        return new Observer(true, Map.of(), Clock.systemUTC(), () -> random);
    }

    /** On for everybody, dealt by the key of a kind. */
    private static Map<String, Object> dealing(String kind, Map<String, ?> experiment) {
        Map<String, Object> rollout = Map.of(
                "by", Map.of("kind", kind, "path", List.of("key")),
                "deal", Map.of("hash", "murmur3", "salt", "s"),
                "parts", List.of(Map.of("variation", "on", "upTo", 100_000)));
        Map<String, Object> flag = new HashMap<>(Map.of("state", "on", "variations", Map.of("on", true), "clientSide", true));
        flag.put("fallthrough", Map.of("rollout", rollout));
        if (experiment != null) flag.put("experiment", experiment);
        return Map.of("format", 1, "revision", 1, "flags", Map.of("dealing", flag));
    }

    private static void serve(Observer observer, Map<String, Object> ruleset, Map<String, Object> context) {
        Evaluator evaluator = Evaluator.of(ruleset, System::currentTimeMillis, null);
        observer.served(evaluator.evaluate("dealing", context), context, true);
    }

    private static int told(Observer observer) {
        return observer.take().stream().mapToInt((report) -> report.exposures().size()).sum();
    }

    /** How many exposures the same user makes with each of several experiments, one after the other. */
    private static List<Object> exposed() {
        Observer observer = observer(0);
        List<Object> told = new ArrayList<>();
        long end = 4_102_444_800_000L;
        List<Map<String, ?>> experiments = new ArrayList<>(List.of(Map.of(), Map.of(), Map.of("end", end)));
        experiments.add(null);
        experiments.add(Map.of());
        experiments.add(Map.of("start", -5));
        experiments.add(Map.of("start", -5, "end", end));
        experiments.add(Map.of("start", -4));
        for (Map<String, ?> experiment : experiments) {
            Map<String, Object> ruleset = dealing("user", experiment);
            observer.turnOver(ruleset);
            serve(observer, ruleset, ADA);
            told.add(told(observer));
        }
        for (Object broken : List.of(1, Map.of("flag", 1))) observer.turnOver(Map.of("flags", broken));
        return told;
    }

    /** Exposures by what becomes sensitive, and is not any more. */
    private static List<Object> withheld() {
        Observer observer = observer(0);
        Map<String, Object> ruleset = dealing("patient", Map.of());
        Map<String, Object> secret = new HashMap<>(ruleset);
        secret.put("sensitive", Map.of("patient", List.of("key")));
        List<Object> told = new ArrayList<>();
        serve(observer, ruleset, Map.of("patient", Map.of("key", "123")));
        List<Report> reports = observer.take();
        told.add(reports.get(0).exposures().size());
        serve(observer, ruleset, Map.of("patient", Map.of("key", "456")));
        observer.turnOver(secret);
        // What could not be sent before comes back.
        observer.putBack(reports.get(0));
        serve(observer, ruleset, Map.of("patient", Map.of("key", "789")));
        told.add(told(observer));
        observer.turnOver(ruleset);
        serve(observer, ruleset, Map.of("patient", Map.of("key", "789")));
        told.add(told(observer));
        return told;
    }

    /** What is kept of evaluations without an end: the count of a flag, of counts and of contexts, and the largest report. */
    private static List<Object> bounded() {
        Observer observer = new Observer(true, Map.of(), Clock.systemUTC(), new Random(1)::nextDouble);
        Map<String, Object> ruleset = dealing("user", Map.of());
        Evaluator evaluator = Evaluator.of(ruleset, System::currentTimeMillis, null);
        for (int time = 0; time < 60_000; time += 1) {
            String key = time % 2 == 0 ? "dealing" : "unknown " + time;
            Map<String, Object> user = Map.of("key", "user " + time, "note", "x".repeat(time % 100));
            observer.served(evaluator.evaluate(key, Map.of("user", user)), Map.of("user", user), true);
        }
        Map<String, Object> large = Map.of("key", "large", "list", Collections.nCopies(2_000, "text"));
        observer.served(evaluator.evaluate("dealing", Map.of("user", large)), Map.of("user", large), true);
        List<Report> reports = observer.take();
        long counts = reports.stream().mapToLong((report) -> report.counts().size()).sum();
        long contexts = reports.stream().mapToLong((report) -> report.contexts().size()).sum();
        long exposures = reports.stream().mapToLong((report) -> report.exposures().size()).sum();
        long most = reports.stream().mapToLong((report) -> Math.max(report.counts().size(), report.exposures().size())).max().orElse(0);
        long served = reports.stream()
                .flatMap((report) -> report.counts().stream())
                .filter((count) -> count.flag().equals("dealing"))
                .mapToLong(Count::count)
                .sum();
        return List.of(served, counts, contexts, exposures, most);
    }

    /** Of 100 users with room for all of them: how many are in the sample. */
    private static int sampled() {
        Observer observer = observer(0.999_999);
        Map<String, Object> ruleset = dealing("user", null);
        for (int user = 0; user < 100; user += 1) serve(observer, ruleset, Map.of("user", Map.of("key", "user " + user)));
        return observer.take().get(0).contexts().size();
    }
}
