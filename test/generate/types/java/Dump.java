import dev.dream.sdk.flags.FlagKey;
import dev.dream.sdk.json.Json;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Prints what the constants of classes hold, as JSON in ASCII: one list for each innermost class. */
final class Dump {
    public static void main(String[] names) throws ReflectiveOperationException {
        List<Object> lists = new ArrayList<>();
        for (String name : names) add(Class.forName(name), lists);
        StringBuilder ascii = new StringBuilder();
        for (char unit : Json.write(lists).toCharArray()) {
            ascii.append(unit < 0x7f ? String.valueOf(unit) : String.format("\\u%04x", (int) unit));
        }
        System.out.println(ascii);
    }

    private static void add(Class<?> type, List<Object> lists) throws IllegalAccessException {
        List<Object> values = new ArrayList<>();
        for (Field field : type.getFields()) {
            // What a class inherits from one of its package is there for code, but not for reflection.
            field.setAccessible(true);
            Object value = field.get(null);
            values.add(value instanceof FlagKey<?> flag ? Arrays.asList(flag.key(), flag.defaultValue()) : value);
        }
        if (!values.isEmpty()) lists.add(values);
        for (Class<?> inner : type.getClasses()) add(inner, lists);
    }
}
