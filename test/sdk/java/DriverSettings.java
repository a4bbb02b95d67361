import dev.dream.sdk.Abort;
import dev.dream.sdk.Dream;
import dev.dream.sdk.DreamOptions;
import dev.dream.sdk.DreamSetters;
import dev.dream.sdk.RequestOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Settings of a case as those of the SDK. */
final class DriverSettings {

    private DriverSettings() {}

    static Dream client(Map<String, Object> settings, RecordedHooks hooks) {
        Dream.Builder builder = Dream.builder().hooks(hooks);
        set(builder, settings);
        return builder.build();
    }

    static Dream client(Dream other, Map<String, Object> settings) {
        DreamOptions.Builder builder = DreamOptions.builder();
        set(builder, settings);
        return other.withOptions(builder.build());
    }

    private static void set(DreamSetters<?> setters, Map<String, Object> settings) {
        settings.forEach((name, value) -> {
            switch (name) {
                case "baseUrl" -> setters.baseUrl((String) value);
                case "secretKey" -> setters.secretKey((String) value);
                case "publishableKey" -> setters.publishableKey((String) value);
                case "userToken" -> setUserToken(setters, value);
                case "tenant" -> setters.tenant((String) value);
                case "version" -> setters.version((String) value);
                case "timeout" -> setters.timeout(milliseconds(value));
                case "maxRetries" -> setters.maxRetries((Number) value);
                case "maxRetryDelay" -> setters.maxRetryDelay(milliseconds(value));
                case "headers" -> DriverValues.object(value).forEach((key, text) -> setters.header(key, (String) text));
                default -> throw new IllegalStateException("no setting is called " + name);
            }
        });
    }

    /** Options of a call; without a signal where that is null. */
    static RequestOptions options(Map<String, Object> settings, Abort signal) {
        RequestOptions.Builder builder = RequestOptions.builder();
        if (signal != null) builder.abort(signal);
        settings.forEach((name, value) -> {
            switch (name) {
                case "tenant" -> setTenant(builder, (String) value);
                case "version" -> builder.version((String) value);
                case "timeout" -> builder.timeout(milliseconds(value));
                case "maxRetries" -> builder.maxRetries((Number) value);
                case "headers" -> DriverValues.object(value).forEach((key, text) -> builder.header(key, (String) text));
                case "idempotencyKey" -> builder.idempotencyKey((String) value);
                default -> throw new IllegalStateException("no option is called " + name);
            }
        });
        return builder.build();
    }

    private static void setTenant(RequestOptions.Builder builder, String tenant) {
        if (tenant == null) builder.noTenant();
        else builder.tenant(tenant);
    }

    private static void setUserToken(DreamSetters<?> setters, Object token) {
        if (!(token instanceof Map<?, ?> map)) {
            setters.userToken((String) token);
            return;
        }
        Deque<Object> left = new ArrayDeque<>();
        // A queue holds no null; a case does.
        for (Object one : (List<?>) map.get("$inTurn")) left.add(one == null ? DriverValues.UNDEFINED : one);
        setters.userToken(() -> {
            Object next = left.size() > 1 ? left.remove() : left.element();
            return next == DriverValues.UNDEFINED ? null : (String) next;
        });
    }

    private static Duration milliseconds(Object value) {
        return Duration.ofNanos(new BigDecimal(value.toString()).movePointRight(6).longValueExact());
    }
}
