package dev.dream.sdk.flags.updates;

import dev.dream.sdk.json.Json;
import dev.dream.sdk.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Who it is that refuses a key: a proxy's page says nothing of it, and the next answer may be another. */
final class Refusal {

    /** Bytes; errors of the server are much shorter. */
    private static final int LONGEST = 64 * 1024;

    private Refusal() {}

    /** Whether the body has the form of the server's own errors. One that breaks off has not. */
    static boolean isOfServer(InputStream body) {
        try {
            Object json = Json.parse(body.readNBytes(LONGEST));
            if (!(json instanceof Map<?, ?> fields) || !(fields.get("error") instanceof Map<?, ?> error)) return false;
            return error.get("code") instanceof String code && !code.isEmpty();
        } catch (IOException | JsonException other) {
            return false;
        }
    }
}
