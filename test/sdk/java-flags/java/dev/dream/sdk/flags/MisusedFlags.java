package dev.dream.sdk.flags;

import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.json.Json;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Sets clients up, and asks them, as nobody can mean it. Prints as JSON what each told; ends with an error where one threw. */
public final class MisusedFlags {

    private static final FlagContext ADA = FlagContext.user("ada");
    private static final Set<String> ELSEWHERE = Set.of("the connection failed", "the server was silent for too long");

    private final Map<String, Object> told = new LinkedHashMap<>();

    private MisusedFlags() {}

    /** With what other languages throw, which Java would have declared, or with what nobody catches. */
    private static final class Failing extends AbstractMap<String, Object> {
        @Override
        public Set<Entry<String, Object>> entrySet() {
            throw new AssertionError("no");
        }

        @Override
        public Object get(Object key) {
            throw new AssertionError("no");
        }
    }

    public static void main(String[] arguments) {
        MisusedFlags all = new MisusedFlags();
        all.servers();
        all.settings();
        all.questions();
        System.out.println(Json.write(all.told));
    }

    private void servers() {
        String good = "http://127.0.0.1:9";
        for (String address : List.of("127.0.0.1:4000", "not a url", "ftp://x", good + "?a", "http://u:p@h", "http://h:x")) {
            told.put(address, built(builder -> builder.secretKey("sk_test").baseUrl(address)));
        }
        for (String key : List.of("sk_test\n", " ", "sk_té")) {
            told.put("key " + key, built(builder -> builder.secretKey(key).baseUrl(good)));
        }
        told.put("nothing", built(builder -> builder.secretKey(null).baseUrl(null)));
    }

    /** Each beside a bootstrap, so that flags are served all the same. */
    private void settings() {
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        Map<String, UnaryOperator<FlagClientBuilder>> misuses = new LinkedHashMap<>();
        misuses.put("null", builder -> builder.mode(null).pollInterval(null).clock(null).timing(null).onProblem(null)
            .reports(null).sticky(null).httpClient(null));
        misuses.put("null mode", builder -> builder.mode(null));
        misuses.put("null interval", builder -> builder.pollInterval(null));
        misuses.put("endless interval", builder -> builder.pollInterval(endless));
        misuses.put("negative interval", builder -> builder.pollInterval(Duration.ofSeconds(Long.MIN_VALUE)));
        misuses.put("null clock", builder -> builder.clock(null));
        misuses.put("failing clock", builder -> builder.clock(failingClock()));
        misuses.put("null timing", builder -> builder.timing(null));
        misuses.put("null timings", builder -> builder.timing(new FlagTiming(null, null, null, null, null)));
        misuses.put("no time", builder -> builder.timing(FlagTiming.usual().timeout(Duration.ZERO).silence(endless)));
        misuses.put("null reports", builder -> builder.reports(null));
        misuses.put("null report interval", builder -> builder.reports(FlagReports.usual().interval(null)));
        misuses.put("null kind", builder -> builder.reports(FlagReports.usual().sensitive(null, "email")));
        misuses.put("null names", builder -> builder.reports(FlagReports.usual().sensitive("user", (String[]) null)));
        misuses.put("null name", builder -> builder.reports(FlagReports.usual().sensitive("user", "email", null)));
        misuses.put("redirects", builder -> builder.httpClient(
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build()));
        misuses.put("bad bootstrap", builder -> builder.bootstrap("{"));
        misuses.put("failing bootstrap", builder -> builder.bootstrap(new Failing()));
        misuses.put("null bootstrap", builder -> builder.bootstrap((String) null));
        String bootstrap = Json.write(Map.of("version", "of yesterday", "ruleset", data().ruleset()));
        misuses.forEach((name, misuse) -> told.put(name, built(builder ->
            misuse.apply(builder.bootstrap(bootstrap).secretKey("sk_test").baseUrl("http://127.0.0.1:9/")))));
    }

    private static Clock failingClock() {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                throw new AssertionError("no");
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                throw new AssertionError("no");
            }

            @Override
            public java.time.Instant instant() {
                throw new AssertionError("no");
            }
        };
    }

    /** What was told of it while it was made, what it is then, and what it answers. */
    private static List<Object> built(UnaryOperator<FlagClientBuilder> misuse) {
        List<String> heard = new CopyOnWriteArrayList<>();
        FlagClientBuilder builder = FlagClient.builder().onProblem(heard::add);
        try (FlagClient client = misuse.apply(builder).build()) {
            // Nobody listens behind the port, which is told on another thread, before or after this.
            List<String> told = heard.stream().filter(problem -> !ELSEWHERE.contains(problem)).toList();
            FlagDetail<Boolean> detail = client.booleanDetail("x", ADA, false);
            // No wait is too short either.
            client.ready(Duration.ofSeconds(Long.MIN_VALUE));
            if (client.status() == FlagStatus.OFF && client.ready(null)) throw new AssertionError("ready for nothing");
            String why = detail.errorMessage().orElse("");
            return Arrays.asList(told, client.status().toString(), detail.value(), why);
        }
    }

    private static TestFlagData data() {
        TestFlagData data = TestFlagData.create();
        data.flag("x").on();
        return data;
    }

    /** Of a flag that is set in code: values that no server could have sent, and one that is changed afterwards. */
    private static List<Object> values(TestFlagData data, FlagClient client) {
        List<Object> answers = new ArrayList<>();
        for (Object value : List.of(UUID.randomUUID(), Double.NaN, List.of(new Object()))) {
            try {
                data.flag("list").variations(Map.of("a", value));
                answers.add("taken");
            } catch (ConfigurationException refused) {
                answers.add(refused.getMessage());
            }
        }
        List<Object> items = new ArrayList<>(List.of(1));
        data.flag("list").value(items);
        items.add(2);
        answers.add(client.jsonVariation("list", ADA, List.of()));
        return answers;
    }

    private void questions() {
        TestFlagData data = data();
        data.flag("asked").rule(Map.of("user.role", "admin"), "on").fallthrough("off");
        FlagClient client = data.client();
        List<Object> answers = new ArrayList<>();
        answers.add(client.value((FlagKey<Boolean>) null, ADA));
        answers.add(client.detail((FlagKey<Boolean>) null, ADA).errorCode().map(Object::toString).orElse(""));
        FlagContext nobody = FlagContext.multi((FlagContext[]) null);
        answers.add(client.booleanVariation("x", nobody, false));
        Map<String, Object> user = new HashMap<>();
        user.put("role", new Failing());
        for (FlagContext failing : List.of(
            FlagContext.user("ada", new Failing()),
            FlagContext.of(new Failing()),
            FlagContext.of(Map.of("user", new Failing())),
            FlagContext.of(Map.of("targetingKey", "ada", "user", new Failing())),
            FlagContext.user("ada", user)
        )) {
            answers.add(client.booleanVariation("asked", failing, false));
            client.allFlags(FlagContext.multi(failing, ADA)).toMap();
        }
        answers.add(client.allFlags(null).get(null).isPresent());
        answers.add(client.ready(null) && client.ready(Duration.ofSeconds(Long.MAX_VALUE)));
        answers.addAll(values(data, client));
        client.onStatus(null).close();
        client.onChange(null).close();
        client.onChange(null, change -> answers.add("a change of no flag"));
        client.onChange("x", null).close();
        data.flag("x").off();
        client.close();
        FlagClient off = FlagClient.builder().build();
        answers.add(off.allFlags(ADA).get(null).isPresent());
        off.flush();
        off.close();
        told.put("answers", answers);
    }
}
