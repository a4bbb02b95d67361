package dev.dream.sdk.flags.conditions;

import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.flags.evaluation.Moments;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.json.JsonException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Readers of what people write. What is absent or of another form reads as empty. */
final class Written {

    private static final int DEEPEST = 100;

    private Written() {}

    /** Plain JSON: sets and their like as lists, moments as texts. */
    static Object normal(Object value) {
        return normal(value, 0);
    }

    private static Object normal(Object value, int depth) {
        if (depth > DEEPEST) throw new ConfigurationException("A condition is nested too deeply.");
        if (value instanceof Collection<?> list) {
            List<Object> members = new ArrayList<>();
            for (Object member : list) members.add(normal(member, depth + 1));
            return members;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put(String.valueOf(name), normal(member, depth + 1)));
            return members;
        }
        return Moments.instantOf(value) == null ? value : Moments.instantOf(value).toString();
    }

    /** By name: the order in which somebody wrote them means nothing. */
    static Map<String, Object> inNameOrder(Object value) {
        Map<String, Object> members = new TreeMap<>();
        membersOf(value).forEach((name, member) -> members.put((String) name, member));
        return members;
    }

    static Map<?, ?> membersOf(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static List<?> listOf(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** The texts of a list, or a single text as a list of one. */
    static List<String> textsOf(Object value) {
        if (value instanceof String text) return List.of(text);
        return listOf(value).stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }

    static String textOf(Object value) {
        return value instanceof String text ? text : null;
    }

    static Double numberOf(Object value) {
        return value instanceof Number number ? number.doubleValue() : null;
    }

    /** Milliseconds since 1970; null where nothing is written. */
    static Double instantOf(Object value) {
        double moment = value instanceof String text ? Moments.of(text) : Double.NaN;
        return Double.isNaN(moment) ? null : moment;
    }

    static ConfigurationException refused(String name, Object value) {
        return new ConfigurationException("`" + name + "` cannot be " + shown(value) + ".");
    }

    static String shown(Object value) {
        try {
            return Json.write(value);
        } catch (JsonException cause) {
            return "a " + value.getClass().getSimpleName();
        }
    }
}
