import dev.dream.sdk.Dream;
import dev.dream.sdk.RequestOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A case from its settings to its outcomes. */
final class DriverCase {

    private final Map<String, Dream> clients = new LinkedHashMap<>();
    private final RecordedHooks hooks;

    private DriverCase(Map<String, Object> settings, Map<String, Object> others, RecordedHooks hooks) {
        this.hooks = hooks;
        clients.put("", DriverSettings.client(settings, hooks));
        others.forEach((name, own) -> clients.put(name, DriverSettings.client(DriverValues.object(own), hooks)));
    }

    static Map<String, Object> run(Map<String, Object> one) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("id", one.get("id"));
        RecordedHooks hooks = new RecordedHooks("throw".equals(one.get("hooks")));
        DriverCase made;
        try {
            made = new DriverCase(DriverValues.objectAt(one, "client"), DriverValues.objectAt(one, "clients"), hooks);
        } catch (RuntimeException error) {
            outcome.put("refused", DriverErrors.described(error));
            return outcome;
        }
        List<Object> outcomes = new ArrayList<>();
        for (Object step : (List<?>) one.get("steps")) outcomes.add(made.taken(DriverValues.object(step)));
        made.clients.values().forEach(Dream::close);
        outcome.put("outcomes", outcomes);
        if (one.containsKey("hooks")) outcome.put("hooks", hooks.told());
        return outcome;
    }

    private Map<String, Object> taken(Map<String, Object> step) {
        Dream client = clients.get(step.getOrDefault("client", ""));
        try {
            if (step.containsKey("call")) return called(client, step);
            if (step.containsKey("constructEvent")) return DriverWebhooks.constructed(
                DriverValues.objectAt(step, "constructEvent")
            );
            if (step.containsKey("signTestEvent")) return DriverWebhooks.signed(
                DriverValues.objectAt(step, "signTestEvent")
            );
            client.setUserToken((String) step.get("setUserToken"));
            return Map.of("done", true);
        } catch (RuntimeException error) {
            return Map.of("error", DriverErrors.described(error));
        }
    }

    private Map<String, Object> called(Dream client, Map<String, Object> step) {
        Map<String, Object> with = DriverValues.objectAt(step, "with");
        Dream user = with.isEmpty() ? client : DriverSettings.client(client, with);
        DriverAbort abort = new DriverAbort(DriverValues.objectAt(step, "abort"));
        hooks.tellRetries(abort::retried);
        Map<String, Object> given = DriverValues.objectAt(step, "options");
        boolean isPlain = given.isEmpty() && !step.containsKey("abort");
        RequestOptions options = isPlain ? null : DriverSettings.options(given, abort.signal());
        return new DriverCall(step, abort).outcome(user, options);
    }
}
