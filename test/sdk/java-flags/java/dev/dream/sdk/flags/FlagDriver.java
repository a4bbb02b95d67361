package dev.dream.sdk.flags;

import dev.dream.sdk.errors.DreamException;
import dev.dream.sdk.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Does with clients and test data what a test says, a line of JSON for each call and for each answer; what listeners
 * hear comes as lines between them. Calls that wait hold up no others.
 */
public final class FlagDriver {
    private final Map<Object, FlagClient> clients = Collections.synchronizedMap(new HashMap<>());
    private final Map<Object, TestFlagData> data = Collections.synchronizedMap(new HashMap<>());
    private final AtomicLong last = new AtomicLong();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private FlagDriver() {}

    public static void main(String[] arguments) throws IOException {
        FlagDriver driver = new FlagDriver();
        ExecutorService threads = Executors.newCachedThreadPool();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Map<?, ?> call = (Map<?, ?>) Json.parse(line);
            threads.execute(() -> driver.answer(call));
        }
        driver.clients.values().forEach(FlagClient::close);
        threads.shutdown();
    }

    private void answer(Map<?, ?> call) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", call.get("id"));
        try {
            answer.put("result", run(call));
        } catch (DreamException refusal) {
            answer.put("refused", refusal.getMessage());
        } catch (RuntimeException failure) {
            answer.put("thrown", failure.toString());
        }
        say(answer);
    }

    private void say(Map<String, Object> line) {
        synchronized (out) {
            out.println(Json.write(line));
        }
    }

    private Object run(Map<?, ?> call) {
        FlagClient client = clients.get(call.get("client"));
        switch ((String) call.get("do")) {
            case "client":
                return newClient(call);
            case "data":
                Object number = last.incrementAndGet();
                data.put(number, call.get("from") == null
                        ? TestFlagData.create()
                        : TestFlagData.create(Told.members(call.get("from"))));
                return number;
            case "set":
                DataCalls.run(data.get(call.get("data")), (List<?>) call.get("calls"));
                return null;
            case "pure":
                return PureCalls.run((String) call.get("name"), (List<?>) call.get("inputs"));
            case "rules":
                return data.get(call.get("data")).ruleset();
            case "ask":
                return ask(client, call);
            case "all":
                return client.allFlags(Told.context(call.get("context"))).toMap();
            case "ready":
                return client.ready(Duration.ofMillis(((Number) call.get("milliseconds")).longValue()));
            case "status":
                return client.status().name();
            case "ruleset":
                return client.ruleset().orElse(null);
            case "flush":
                client.flush();
                return null;
            case "close":
                client.close();
                return null;
            default:
                throw new IllegalArgumentException("no such call: " + call.get("do"));
        }
    }

    private Object newClient(Map<?, ?> call) {
        long number = last.incrementAndGet();
        FlagClientBuilder builder = Told.builder(Told.members(call.get("options")));
        builder.onProblem((problem) -> say(event("problem", number, Map.of("problem", problem))));
        TestFlagData from = data.get(call.get("data"));
        FlagClient client = from == null ? builder.build() : from.client(builder);
        clients.put(number, client);
        client.onStatus((change) -> {
            Map<String, Object> told = new HashMap<>(Map.of("status", change.status().name()));
            change.problem().ifPresent((problem) -> told.put("problem", problem));
            say(event("status", number, told));
        });
        client.onChange((change) -> {
            say(event("change", number, Map.of("keys", change.keys(), "revision", change.revision())));
        });
        return number;
    }

    private static Map<String, Object> event(String name, long client, Map<String, Object> told) {
        Map<String, Object> event = new LinkedHashMap<>(Map.of("event", name, "client", client));
        event.putAll(told);
        return event;
    }

    private static Object ask(FlagClient client, Map<?, ?> call) {
        String key = (String) call.get("key");
        FlagContext context = Told.context(call.get("context"));
        Object otherwise = call.get("default");
        switch ((String) call.get("as")) {
            case "boolean":
                return Told.detail(client.booleanDetail(key, context, (Boolean) otherwise));
            case "string":
                return Told.detail(client.stringDetail(key, context, (String) otherwise));
            case "number":
                return Told.detail(client.numberDetail(key, context, ((Number) otherwise).doubleValue()));
            case "integer":
                return Told.detail(client.integerDetail(key, context, ((Number) otherwise).longValue()));
            default:
                return Told.detail(client.jsonDetail(key, context, otherwise));
        }
    }
}
