import dev.dream.sdk.types.DreamEvent;
import dev.dream.sdk.webhooks.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Steps that need no server. */
final class DriverWebhooks {

    private DriverWebhooks() {}

    static Map<String, Object> constructed(Map<String, Object> event) {
        DreamEvent made = made(raw(DriverValues.objectAt(event, "body")), (String) event.get("signature"), event);
        return Map.of("value", DriverValues.jsonOf(made));
    }

    static Map<String, Object> signed(Map<String, Object> event) {
        Object body = event.get("body");
        String secret = (String) event.get("secret");
        boolean isDated = event.get("timestamp") instanceof Number;
        return Map.of(
            "value",
            isDated ? Webhooks.signTestEvent(body, secret, at(event)) : Webhooks.signTestEvent(body, secret)
        );
    }

    private static Instant at(Map<String, Object> event) {
        return Instant.ofEpochSecond(((Number) event.get("timestamp")).longValue());
    }

    private static Object raw(Map<String, Object> body) {
        if (body.get("base64") instanceof String base64) return Base64.getDecoder().decode(base64);
        return body.containsKey("text") ? body.get("text") : body.get("parsed");
    }

    private static DreamEvent made(Object raw, String signature, Map<String, Object> event) {
        boolean isTolerant = event.get("tolerance") instanceof Number;
        Duration tolerance = isTolerant ? Duration.ofSeconds(((Number) event.get("tolerance")).longValue()) : null;
        if (event.get("secret") instanceof List<?> secrets) {
            List<String> texts = secrets.stream().map(String.class::cast).toList();
            return Webhooks.constructEvent(raw, signature, texts, tolerance);
        }
        String secret = (String) event.get("secret");
        if (!isTolerant) return Webhooks.constructEvent(raw, signature, secret);
        return Webhooks.constructEvent(raw, signature, secret, tolerance);
    }
}
