import dev.dream.sdk.Hooks;
import dev.dream.sdk.RequestEvent;
import dev.dream.sdk.ResponseEvent;
import dev.dream.sdk.RetryEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Keep what they are told, but for how long things took, which differs each time. */
final class RecordedHooks implements Hooks {

    private final List<Map<String, Object>> told = new ArrayList<>();
    private final boolean isThrowing;
    private IntConsumer onNthRetry = nth -> {};
    private int retries;

    RecordedHooks(boolean isThrowing) {
        this.isThrowing = isThrowing;
    }

    /** From now on, that is told which retry it is, counted from 1. */
    synchronized void tellRetries(IntConsumer listener) {
        onNthRetry = listener;
    }

    synchronized List<Map<String, Object>> told() {
        return List.copyOf(told);
    }

    @Override
    public synchronized void onRequest(RequestEvent event) {
        tell("onRequest", event.operation(), event.method(), event.url(), event.attempt(), Map.of());
    }

    @Override
    public synchronized void onResponse(ResponseEvent event) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("status", event.status());
        event.requestId().ifPresent(id -> more.put("requestId", id));
        tell("onResponse", event.operation(), event.method(), event.url(), event.attempt(), more);
    }

    @Override
    public synchronized void onRetry(RetryEvent event) {
        Map<String, Object> more = new LinkedHashMap<>();
        event.status().ifPresent(status -> more.put("status", status));
        event.requestId().ifPresent(id -> more.put("requestId", id));
        more.put("delay", BigDecimal.valueOf(event.delay().toNanos(), 6));
        retries++;
        onNthRetry.accept(retries);
        tell("onRetry", event.operation(), event.method(), event.url(), event.attempt(), more);
    }

    private void tell(String hook, String operation, String method, String url, int attempt, Map<String, Object> more) {
        Map<String, Object> one = new LinkedHashMap<>(Map.of("hook", hook, "operation", operation));
        one.putAll(Map.of("method", method, "url", url, "attempt", attempt));
        one.putAll(more);
        told.add(one);
        if (isThrowing) throw new IllegalStateException(hook + " was told to throw");
    }
}
