package dev.dream.sdk.flags;

import dev.dream.sdk.flags.evaluation.Evaluator;
import dev.dream.sdk.flags.evaluation.Outcome;
import dev.dream.sdk.flags.evaluation.Sticky;
import dev.dream.sdk.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks every golden question. Arguments: the folder of the questions. Prints how many there were and the first that are wrong. */
public final class GoldenQuestions {
    /** Two evaluators of a ruleset, with a store and without; the time and the store are those of the question. */
    private static final class Asked implements Sticky {
        private final List<?> contexts;
        private final Evaluator plain;
        private final Evaluator sticky;
        private long now;
        private Map<String, Object> kept = Map.of();

        private Asked(Map<?, ?> line) {
            contexts = (List<?>) line.get("contexts");
            plain = Evaluator.of(line.get("ruleset"), () -> now, null);
            sticky = Evaluator.of(line.get("ruleset"), () -> now, this);
        }

        @Override
        public String get(String flag, String unit) {
            return (String) kept.get(flag + " " + unit);
        }

        @Override
        public void set(String flag, String unit, String variation) {
            kept.put(flag + " " + unit, variation);
        }
    }

    private GoldenQuestions() {}

    public static void main(String[] arguments) throws IOException {
        Map<Object, Asked> rulesets = new HashMap<>();
        try (Stream<String> lines = Files.lines(Path.of(arguments[0], "rulesets.ndjson"))) {
            lines.map((line) -> (Map<?, ?>) Json.parse(line)).forEach((one) -> rulesets.put(one.get("name"), new Asked(one)));
        }
        int count = 0;
        List<Object> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(arguments[0], "questions.ndjson"))) {
            Map<?, ?> question = (Map<?, ?>) Json.parse(line);
            Map<String, Object> given = answered(rulesets.get(question.get("of")), question);
            Map<String, Object> wanted = new LinkedHashMap<>();
            for (String field : List.of("detail", "unit", "stuck")) {
                if (question.containsKey(field)) wanted.put(field, question.get(field));
            }
            count += 1;
            if (!doubled(given).equals(doubled(wanted))) wrong.add(Map.of("question", question, "given", given));
        }
        Object first = wrong.subList(0, Math.min(3, wrong.size()));
        System.out.println(Json.write(Map.of("count", count, "wrong", wrong.size(), "first", first)));
    }

    private static Map<String, Object> answered(Asked asked, Map<?, ?> question) {
        boolean isSticky = question.containsKey("sticky");
        asked.now = ((Number) question.get("now")).longValue();
        asked.kept = new HashMap<>();
        if (isSticky) ((Map<?, ?>) question.get("sticky")).forEach((unit, name) -> asked.kept.put((String) unit, name));
        int place = ((Number) question.get("context")).intValue();
        Evaluator evaluator = isSticky ? asked.sticky : asked.plain;
        Outcome outcome = evaluator.evaluate((String) question.get("flag"), asked.contexts.get(place));
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("detail", told(FlagDetail.of(outcome, question.get("default"), FlagType.JSON)));
        if (outcome.unit() != null) given.put("unit", outcome.unit());
        if (isSticky) given.put("stuck", asked.kept);
        return given;
    }

    private static Map<String, Object> told(FlagDetail<Object> detail) {
        Map<String, Object> told = Told.detail(detail);
        // Its wording is each language's own; that there is one is not.
        Object message = told.remove("errorMessage");
        if ((message == null) != detail.errorCode().isEmpty()) told.put("errorMessage", message);
        return told;
    }

    /** Numbers as doubles, so that what JSON says alike is alike. */
    private static Object doubled(Object value) {
        if (value instanceof Number number) return number.doubleValue() + 0.0;
        if (value instanceof List<?> list) return list.stream().map(GoldenQuestions::doubled).toList();
        if (!(value instanceof Map<?, ?> map)) return value;
        Map<Object, Object> all = new HashMap<>();
        map.forEach((name, one) -> all.put(name, doubled(one)));
        return all;
    }
}
