package dev.dream.sdk.flags.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reading what nobody has checked: a ruleset that arrived over the wire. */
final class Fields {

    /** In place of a field that is not there, since null is a value. */
    static final Object ABSENT = new Object();

    /** A list that is longer is none. */
    private static final int LONGEST_LIST = 1_000_000;

    private Fields() {}

    @FunctionalInterface
    interface Reader<T> {
        T read(Map<?, ?> holder, String name);
    }

    static Object own(Map<?, ?> holder, String name) {
        Object value = holder.get(name);
        return value != null || holder.containsKey(name) ? value : ABSENT;
    }

    static boolean has(Map<?, ?> holder, String name) {
        return own(holder, name) != ABSENT;
    }

    /** What {@code reader} makes of a field, or null where the field is absent. */
    static <T> T optional(Map<?, ?> holder, String name, Reader<T> reader) {
        return has(holder, name) ? reader.read(holder, name) : null;
    }

    static Map<?, ?> objectIn(Map<?, ?> holder, String name) {
        if (own(holder, name) instanceof Map<?, ?> map) return map;
        throw new Malformed("`" + name + "` is no object");
    }

    static List<?> listIn(Map<?, ?> holder, String name) {
        if (own(holder, name) instanceof List<?> list && list.size() <= LONGEST_LIST) return list;
        throw new Malformed("`" + name + "` is no list");
    }

    static String textIn(Map<?, ?> holder, String name) {
        if (own(holder, name) instanceof String text) return text;
        throw new Malformed("`" + name + "` is no text");
    }

    static double numberIn(Map<?, ?> holder, String name) {
        if (own(holder, name) instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw new Malformed("`" + name + "` is no number");
    }

    static List<String> textsIn(Map<?, ?> holder, String name) {
        List<String> texts = new ArrayList<>();
        for (Object member : listIn(holder, name)) {
            if (!(member instanceof String text)) throw new Malformed("`" + name + "` is no list of texts");
            texts.add(text);
        }
        return texts;
    }

    static List<Map<?, ?>> objectsIn(Map<?, ?> holder, String name) {
        List<Map<?, ?>> objects = new ArrayList<>();
        for (Object member : listIn(holder, name)) {
            if (!(member instanceof Map<?, ?> map)) throw new Malformed("`" + name + "` is no list of objects");
            objects.add(map);
        }
        return objects;
    }

    /** The objects of a list that need not be there. */
    static List<Map<?, ?>> objectsOrNone(Map<?, ?> holder, String name) {
        return has(holder, name) ? objectsIn(holder, name) : List.of();
    }

    /** What a text stands for among the choices. */
    static <T> T choiceIn(Map<?, ?> holder, String name, Map<String, T> choices) {
        String text = textIn(holder, name);
        T choice = choices.get(text);
        if (choice == null) throw new Malformed("there is no `" + name + "` `" + text + "`");
        return choice;
    }

    /** A whole number from {@code least} to {@code most}. */
    static int wholeIn(Map<?, ?> holder, String name, int least, int most) {
        double number = numberIn(holder, name);
        if (number != Math.rint(number) || number < least || number > most) {
            throw new Malformed("`" + name + "` is out of range");
        }
        return (int) number;
    }

    /** A text; null where it is null or absent. */
    static String textOrNull(Map<?, ?> holder, String name) {
        return holder.get(name) == null ? null : textIn(holder, name);
    }

    static boolean isTrue(Map<?, ?> holder, String name) {
        return Boolean.TRUE.equals(holder.get(name));
    }

    /** A lower bound, where there may be none. */
    static double lowerIn(Map<?, ?> holder, String name) {
        return has(holder, name) ? numberIn(holder, name) : Double.NEGATIVE_INFINITY;
    }

    /** An upper bound, where there may be none. */
    static double upperIn(Map<?, ?> holder, String name) {
        return has(holder, name) ? numberIn(holder, name) : Double.POSITIVE_INFINITY;
    }
}
