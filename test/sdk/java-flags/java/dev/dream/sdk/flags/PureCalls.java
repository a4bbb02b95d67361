package dev.dream.sdk.flags;

import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.flags.conditions.Conditions;
import dev.dream.sdk.flags.evaluation.AttributePath;
import dev.dream.sdk.flags.evaluation.ChangedFlags;
import dev.dream.sdk.flags.evaluation.ContextReader;
import dev.dream.sdk.flags.evaluation.Moments;
import dev.dream.sdk.flags.evaluation.NamedKinds;
import dev.dream.sdk.flags.evaluation.Units;
import dev.dream.sdk.flags.updates.ReadEvents;
import dev.dream.sdk.flags.updates.Waits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What depends on nothing but its arguments, for many of them at once. */
final class PureCalls {
    private PureCalls() {}

    static List<Object> run(String name, List<?> inputs) {
        List<Object> results = new ArrayList<>();
        for (Object input : inputs) results.add(one(name, input));
        return results;
    }

    private static Object one(String name, Object input) {
        switch (name) {
            case "condition":
                return condition(Told.members(input));
            case "context":
                return context(Told.members(input));
            case "changed":
                List<?> both = (List<?>) input;
                return ChangedFlags.between(both.get(0) == null ? null : Told.members(both.get(0)), Told.members(both.get(1)));
            case "unit":
                return Units.of(input);
            case "moment":
                double moment = Moments.of((String) input);
                return Double.isNaN(moment) ? null : moment;
            case "attribute":
                AttributePath path = AttributePath.read((String) input);
                return List.of(path.kind(), path.path(), path.toString());
            case "events":
                return ReadEvents.of((List<?>) input);
            case "wait":
                return waited(Told.members(input));
            default:
                throw new IllegalArgumentException("no such call: " + name);
        }
    }

    private static Object condition(Map<String, Object> condition) {
        try {
            return Conditions.compile(condition, "x", "pilots"::equals);
        } catch (ConfigurationException refusal) {
            return refusal.getMessage();
        }
    }

    private static Object context(Map<String, Object> asked) {
        Map<String, Object> context = Told.members(asked.get("context"));
        Set<String> kinds = NamedKinds.of(Told.members(asked.get("ruleset")));
        Map<String, Object> read = ContextReader.read(context, kinds);
        // What is by kind is taken as it is: reading it may take away what is not there, and change nothing else.
        boolean isTaken = ContextReader.isByKind(context);
        return isTaken && !withoutNothing(context).equals(withoutNothing(read)) ? "reading changed it" : read;
    }

    private static Map<String, Object> withoutNothing(Map<String, Object> context) {
        Map<String, Object> kinds = new HashMap<>();
        context.forEach((kind, value) -> {
            Map<String, Object> attributes = Told.members(value);
            attributes.values().removeIf(Objects::isNull);
            if (value != null) kinds.put(kind, attributes);
        });
        return kinds;
    }

    private static Object waited(Map<String, Object> told) {
        double asked = Waits.retryAfter((String) told.get("retryAfter"), ((Number) told.get("now")).longValue());
        double random = ((Number) told.get("random")).doubleValue();
        return new Waits(1_000, 60_000).after(((Number) told.get("failures")).intValue(), () -> random, asked);
    }
}
