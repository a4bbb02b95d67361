import dev.dream.sdk.Model;
import dev.dream.sdk.errors.ResponseException;
import dev.dream.sdk.json.ToJson;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of cases, and what cases are told of values. */
final class DriverValues {

    /** An argument that is there and holds nothing. */
    static final Object UNDEFINED = new Object();

    private DriverValues() {}

    static Map<String, Object> object(Object json) {
        Map<String, Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) json).forEach((name, member) -> members.put((String) name, member));
        return members;
    }

    /** The member of that name as an object; an empty one where there is none. */
    static Map<String, Object> objectAt(Map<String, Object> holder, String name) {
        return object(holder.getOrDefault(name, Map.of()));
    }

    /** A value of a case, with what JSON has no form for. */
    static Object valueOf(Object json) {
        if (json instanceof List<?> list) return new ArrayList<>(list.stream().map(DriverValues::valueOf).toList());
        if (!(json instanceof Map<?, ?> map)) return json;
        if (map.get("$instant") instanceof String text) return OffsetDateTime.parse(text).toInstant();
        if (map.containsKey("$undefined")) return UNDEFINED;
        if (map.get("$bytes") instanceof String text) return Base64.getDecoder().decode(text);
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put((String) name, valueOf(member)));
        return members;
    }

    /** A value of the SDK as JSON. */
    static Object jsonOf(Object value) {
        if (value instanceof Optional<?> optional) return jsonOf(optional.orElse(null));
        if (value instanceof List<?> list) return new ArrayList<>(list.stream().map(DriverValues::jsonOf).toList());
        if (value instanceof Model model) {
            readAll(model);
            return model.toJson();
        }
        if (value instanceof ToJson own) return own.toJson();
        if (!(value instanceof Map<?, ?> map)) return value;
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put((String) name, jsonOf(member)));
        return members;
    }

    /**
     * What nobody reads is not decoded: everything is read, so that none of it breaks. Only what is missing may be
     * refused.
     */
    private static void readAll(Model model) {
        for (Method method : model.getClass().getDeclaredMethods()) {
            boolean isPublic = Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
            if (!isPublic || method.isSynthetic() || method.getParameterCount() > 0) continue;
            try {
                jsonOf(method.invoke(model));
            } catch (InvocationTargetException thrown) {
                if (!(thrown.getCause() instanceof ResponseException)) throw new IllegalStateException(
                    thrown.getCause()
                );
            } catch (IllegalAccessException closed) {
                throw new IllegalStateException(closed);
            }
        }
    }
}
