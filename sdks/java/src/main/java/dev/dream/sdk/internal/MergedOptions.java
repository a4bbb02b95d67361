package dev.dream.sdk.internal;

import dev.dream.sdk.DreamOptions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Settings that go over others. */
final class MergedOptions {

    private MergedOptions() {}

    static DreamOptions merge(DreamOptions below, Supplier<String> signedIn, DreamOptions over) {
        // The ones below first: where both name one, the later is sent.
        Map<String, String> headers = new LinkedHashMap<>(below.headers());
        over.headers().forEach((name, value) -> {
            // One without a name is refused where all settings are looked at.
            headers.keySet().removeIf(known -> known != null && known.equalsIgnoreCase(name));
            headers.put(name, value);
        });
        return new DreamOptions(
            either(over.baseUrl(), below.baseUrl()),
            either(over.secretKey(), below.secretKey()),
            either(over.publishableKey(), below.publishableKey()),
            either(over.userToken(), Optional.ofNullable(signedIn)),
            either(over.tenant(), below.tenant()),
            either(over.version(), below.version()),
            either(over.timeout(), below.timeout()),
            either(over.maxRetries(), below.maxRetries()),
            either(over.maxRetryDelay(), below.maxRetryDelay()),
            Collections.unmodifiableMap(headers),
            either(over.hooks(), below.hooks()),
            either(over.httpClient(), below.httpClient())
        );
    }

    private static <T> T either(T over, T below) {
        return over == null ? below : over;
    }
}
