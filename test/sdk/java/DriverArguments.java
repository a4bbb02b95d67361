import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Arguments of methods, of the types that they take: what a user would write, from what a case says in JSON. */
final class DriverArguments {

    private DriverArguments() {}

    /** Finds the only method of that name and so many parameters, and calls it. What it throws is thrown. */
    static Object call(Object holder, String name, Object... given) {
        List<Method> fitting = methods(holder.getClass(), name, given.length).toList();
        if (fitting.size() != 1) throw new IllegalStateException(fitting.size() + " methods " + name + " of " + holder);
        return invoke(fitting.get(0), holder, given);
    }

    static Stream<Method> methods(Class<?> holder, String name, int parameters) {
        return Stream.of(holder.getMethods())
            .filter(method -> method.getName().equals(name) || method.getName().equals(name + "_"))
            .filter(method -> method.getParameterCount() == parameters && !method.isBridge());
    }

    static Object invoke(Method method, Object holder, Object... given) {
        try {
            return method.invoke(holder, given);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException error) throw error;
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }

    /** A value of a case as that type. */
    static Object as(Type type, Object value) {
        if (value == null || value == DriverValues.UNDEFINED) return null;
        if (type instanceof ParameterizedType generic) return asGeneric(generic, value);
        if (!(type instanceof Class<?> target)) return value;
        if (target == String.class) return String.valueOf(value);
        if (type == long.class || type == Long.class) return ((Number) value).longValue();
        if (type == double.class || type == Double.class) return ((Number) value).doubleValue();
        Optional<Method> builder = staticMethod(target, "builder");
        if (builder.isPresent()) return built(invoke(builder.get(), null), DriverValues.object(value));
        Optional<Method> of = staticMethod(target, "of", String.class);
        return of.isPresent() && value instanceof String ? invoke(of.get(), null, value) : value;
    }

    private static Object asGeneric(ParameterizedType type, Object value) {
        Type[] parts = type.getActualTypeArguments();
        Type part = parts[parts.length - 1];
        if (value instanceof List<?> list) return list
            .stream()
            .map(item -> as(part, item))
            .toList();
        if (!(value instanceof Map<?, ?> map)) return value;
        Map<Object, Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put(name, as(part, member)));
        return members;
    }

    /** What a builder makes of the fields: each by its own method, by `put` where it knows none of that name. */
    private static Object built(Object builder, Map<String, Object> fields) {
        fields.forEach((name, value) -> {
            String cleared = "clear" + name.substring(0, 1).toUpperCase() + name.substring(1);
            Optional<Method> clear = methods(builder.getClass(), cleared, 0).findFirst();
            Optional<Method> setter = methods(builder.getClass(), name, 1)
                .filter(method -> fits(method.getGenericParameterTypes()[0], value))
                .findFirst();
            if (value == null && clear.isPresent()) invoke(clear.get(), builder);
            else if (setter.isPresent()) invoke(
                setter.get(),
                builder,
                as(setter.get().getGenericParameterTypes()[0], value)
            );
            else if (value != DriverValues.UNDEFINED) call(builder, "put", name, value);
        });
        return call(builder, "build");
    }

    private static boolean fits(Type type, Object value) {
        if (!(type instanceof Class<?> target) || !target.isPrimitive()) {
            boolean isList = value instanceof List<?>;
            return value == null || value == DriverValues.UNDEFINED || isList == isListType(type);
        }
        return value instanceof Boolean ? target == boolean.class : value instanceof Number && target != boolean.class;
    }

    private static boolean isListType(Type type) {
        return (
            type instanceof ParameterizedType generic && List.class.isAssignableFrom((Class<?>) generic.getRawType())
        );
    }

    private static Optional<Method> staticMethod(Class<?> type, String name, Class<?>... parameters) {
        try {
            return Optional.of(type.getMethod(name, parameters));
        } catch (NoSuchMethodException none) {
            return Optional.empty();
        }
    }
}
