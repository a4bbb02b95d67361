import dev.dream.sdk.ByteStream;
import dev.dream.sdk.Dream;
import dev.dream.sdk.EventStream;
import dev.dream.sdk.Paged;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.ServerEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls a method, and does with what it gives what the case says. */
final class DriverCall {

    private final Map<String, Object> step;
    private final DriverAbort abort;
    private final String use;

    DriverCall(Map<String, Object> step, DriverAbort abort) {
        this.step = step;
        this.abort = abort;
        this.use = (String) step.get("use");
    }

    /** `options`: null, where the method is to be called without any. */
    Map<String, Object> outcome(Dream client, RequestOptions options) {
        String[] parts = ((String) step.get("call")).split("\\.");
        Object resource = client;
        for (String part : Arrays.copyOf(parts, parts.length - 1)) resource = DriverArguments.call(resource, part);
        if (use.equals("raw")) resource = DriverArguments.call(resource, "withRaw");
        String name = parts[parts.length - 1];
        return switch (use) {
            case "await" -> value(called(resource, name, options));
            case "raw" -> Map.of("raw", raw((RawAnswer<?>) called(resource, name, options)));
            case "toArray" -> {
                Paged<?, ?> paged = (Paged<?, ?>) called(resource, name, options);
                int max = ((Number) step.get("max")).intValue();
                yield Map.of("items", DriverValues.jsonOf(paged.toList(max)));
            }
            case "text" -> Map.of("text", text((ByteStream) called(resource, name, options)));
            case "items", "pages", "events" -> iterated(resource, name, options);
            case "bytes" -> bytes(resource, name, options);
            default -> throw new IllegalStateException("nothing is used as " + use);
        };
    }

    private Object called(Object holder, String name, RequestOptions options) {
        List<Object> given = new ArrayList<>(DriverValues.objectAt(step, "path").values());
        if (step.containsKey("body")) given.add(step.get("body"));
        Map<String, Object> query = DriverValues.objectAt(step, "query");
        if (!query.isEmpty()) given.add(query);
        int count = given.size() + (options == null ? 0 : 1);
        List<Method> fitting = DriverArguments.methods(holder.getClass(), name, count)
            .filter(method -> isLast(method, RequestOptions.class) == (options != null))
            .toList();
        if (fitting.size() != 1) throw new IllegalStateException(fitting.size() + " methods " + name + " of " + holder);
        Method method = fitting.get(0);
        Object[] arguments = new Object[count];
        for (int at = 0; at < given.size(); at++) {
            arguments[at] = DriverArguments.as(
                method.getGenericParameterTypes()[at],
                DriverValues.valueOf(given.get(at))
            );
        }
        if (options != null) arguments[count - 1] = options;
        return DriverArguments.invoke(method, holder, arguments);
    }

    private static boolean isLast(Method method, Class<?> type) {
        Class<?>[] types = method.getParameterTypes();
        return types.length > 0 && types[types.length - 1] == type;
    }

    private static Map<String, Object> value(Object result) {
        Object value = result instanceof Paged<?, ?> paged ? paged.first() : result;
        return value == null ? Map.of("nothing", true) : Map.of("value", DriverValues.jsonOf(value));
    }

    private static Map<String, Object> raw(RawAnswer<?> answer) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("value", DriverValues.jsonOf(answer.value()));
        told.put("status", answer.status());
        told.put("headers", answer.headers());
        told.put("requestId", answer.requestId().orElse(null));
        told.put("attempts", answer.attempts());
        return told;
    }

    private static String text(ByteStream document) {
        try (document) {
            return document.text();
        }
    }

    private Map<String, Object> iterated(Object holder, String name, RequestOptions options) {
        List<Object> pieces = new ArrayList<>();
        Map<String, Object> outcome = new LinkedHashMap<>();
        try {
            Object result = called(holder, name, options);
            if (result instanceof EventStream stream) follow(stream, pieces);
            else if (!(result instanceof Paged<?, ?> list)) gather((Iterable<?>) result, pieces);
            else gather(use.equals("pages") ? list.pages() : list.autoPagingIterable(), pieces);
        } catch (RuntimeException error) {
            outcome.put("error", DriverErrors.described(error));
        }
        outcome.put(use, pieces);
        return outcome;
    }

    /** Whoever leaves the loop leaves the stream. */
    private void follow(EventStream stream, List<Object> pieces) {
        try (stream) {
            gather(stream, pieces);
        }
    }

    private void gather(Iterable<?> found, List<Object> pieces) {
        for (Object piece : found) {
            pieces.add(piece instanceof ServerEvent event ? event(event) : DriverValues.jsonOf(piece));
            abort.came(pieces.size());
            if (isLast(pieces.size())) break;
        }
    }

    private boolean isLast(int pieces) {
        return step.get("take") instanceof Number take && take.intValue() == pieces;
    }

    private static Map<String, Object> event(ServerEvent event) {
        Map<String, Object> told = new LinkedHashMap<>();
        event.id().ifPresent(id -> told.put("id", id));
        told.put("event", event.event());
        told.put("data", event.data());
        event.retry().ifPresent(retry -> told.put("retry", retry.toMillis()));
        return told;
    }

    private Map<String, Object> bytes(Object holder, String name, RequestOptions options) {
        ByteArrayOutputStream came = new ByteArrayOutputStream();
        Map<String, Object> outcome = new LinkedHashMap<>();
        try (ByteStream document = (ByteStream) called(holder, name, options)) {
            InputStream input = document.inputStream();
            byte[] piece = new byte[8192];
            int pieces = 0;
            for (int size = input.read(piece); size >= 0; size = input.read(piece)) {
                came.write(piece, 0, size);
                abort.came(++pieces);
                if (isLast(pieces)) break;
            }
        } catch (RuntimeException error) {
            outcome.put("error", DriverErrors.described(error));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        outcome.put("bytes", Base64.getEncoder().encodeToString(came.toByteArray()));
        return outcome;
    }
}
