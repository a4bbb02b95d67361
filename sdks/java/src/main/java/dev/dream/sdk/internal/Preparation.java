package dev.dream.sdk.internal;

import dev.dream.sdk.Abort;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.core.Input;
import dev.dream.sdk.core.Operation;
import dev.dream.sdk.core.Version;
import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes of a call what is sent. */
final class Preparation {

    private static final Pattern PRINTABLE_ASCII = Pattern.compile("[\\x20-\\x7e]+");

    private Preparation() {}

    static Prepared prepare(Call call, String accept, Settings settings, List<Abort> endings) {
        Operation operation = call.operation();
        RequestOptions options = call.options();
        byte[] body = body(operation, call.input());
        HeaderFields headers = ownHeaders(call, accept, settings, body != null);
        Set<String> overridden = new HashSet<>();
        for (Map<String, String> given : List.of(settings.headers(), options.headers())) {
            given.forEach((name, value) -> {
                headers.set(name, value);
                overridden.add(HeaderFields.lower(name));
            });
        }
        String key = headers.get("Idempotency-Key");
        boolean isSafe = !operation.isMutation() || (key != null && !key.isEmpty());
        Number maxRetries = options.maxRetries() == null ? settings.maxRetries() : options.maxRetries();
        int retries = Settings.maxRetries(maxRetries);
        return new Prepared(
            operation,
            settings.origin(),
            Address.path(operation, call.input()),
            Address.query(operation, call.input()),
            headers,
            overridden,
            body,
            options.timeout() == null ? settings.timeout() : Settings.timeout(options.timeout()),
            isSafe ? retries : 0,
            aborts(call, endings)
        );
    }

    private static HeaderFields ownHeaders(Call call, String accept, Settings settings, boolean hasBody) {
        RequestOptions options = call.options();
        HeaderFields headers = new HeaderFields();
        headers.set("Accept", accept);
        String version = options.version() == null ? settings.version() : options.version();
        headers.set("Dream-Version", Settings.notEmpty("version", version));
        headers.set("User-Agent", "dream-sdk-java/" + Version.VERSION);
        if (hasBody) headers.set("Content-Type", "application/json");
        if (call.operation().isAboutTenant()) {
            String tenant = options.tenant() == null ? settings.tenant() : options.tenant().orElse(null);
            headers.set("X-Tenant-ID", Settings.notEmpty("tenant", tenant));
        }
        if (call.operation().isMutation()) {
            String key = Settings.notEmpty("idempotencyKey", options.idempotencyKey());
            headers.set("Idempotency-Key", key == null ? UUID.randomUUID().toString() : key);
        }
        // Where to go on is lost with an id that not every client and proxy takes in a header; the stream is not.
        if (PRINTABLE_ASCII.matcher(call.lastEventId()).matches()) headers.set("Last-Event-ID", call.lastEventId());
        return headers;
    }

    private static byte[] body(Operation operation, Input input) {
        if (!input.hasBody()) return null;
        try {
            return Json.write(input.body()).getBytes(StandardCharsets.UTF_8);
        } catch (JsonException cause) {
            throw new ConfigurationException(operation.id() + ": the body cannot be written as JSON", cause);
        }
    }

    private static List<Abort> aborts(Call call, List<Abort> endings) {
        List<Abort> all = new ArrayList<>(endings);
        if (call.ending() != null) all.add(call.ending());
        if (call.options().abort() != null) all.add(call.options().abort());
        return List.copyOf(all);
    }
}
