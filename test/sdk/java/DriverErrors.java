import dev.dream.sdk.errors.DreamException;
import dev.dream.sdk.errors.PlatformException;
import dev.dream.sdk.errors.ResponseException;
import dev.dream.sdk.errors.WebhookSignatureException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Errors as test/conformance/sdk/README.md has them. */
final class DriverErrors {

    private DriverErrors() {}

    /** An error of the SDK under TypeScript's names; any other under its own, which no case expects. */
    static Map<String, Object> described(RuntimeException error) {
        List<String> names = new ArrayList<>();
        for (
            Class<?> kind = error.getClass();
            DreamException.class.isAssignableFrom(kind);
            kind = kind.getSuperclass()
        ) {
            names.add(kind.getSimpleName().replaceAll("Exception$", "Error"));
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("class", names.isEmpty() ? error.getClass().getName() : names.get(0));
        told.put("is", names);
        told.put("text", error.getMessage());
        told.put("message", error.getMessage());
        if (error instanceof PlatformException platform) putMembers(told, platform);
        if (error instanceof WebhookSignatureException signature) told.put("code", signature.code());
        if (error instanceof ResponseException response) {
            told.put("status", response.status());
            told.put("body", response.body());
        }
        return told;
    }

    private static void putMembers(Map<String, Object> told, PlatformException error) {
        told.put("code", error.code());
        told.put("status", error.status());
        told.put("message", error.message());
        told.put("userMessage", error.userMessage());
        told.put("param", error.param().orElse(null));
        told.put("requestId", error.requestId().orElse(null));
        told.put("details", error.details());
        told.put("retryAfter", error.retryAfter().orElse(null));
        told.put("body", error.body());
    }
}
