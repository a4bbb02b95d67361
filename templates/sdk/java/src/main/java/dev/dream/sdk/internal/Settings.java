package dev.dream.sdk.internal;

import dev.dream.sdk.DreamOptions;
import dev.dream.sdk.Hooks;
import dev.dream.sdk.core.Origin;
import dev.dream.sdk.core.Version;
import dev.dream.sdk.errors.ConfigurationException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;

/** The options of a client, looked through and completed. What is {@code null} is absent. */
record Settings(
    Origin origin,
    String secretKey,
    String publishableKey,
    String tenant,
    String version,
    Duration timeout,
    int maxRetries,
    Duration maxRetryDelay,
    Map<String, String> headers,
    Hooks hooks
) {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration MAX_RETRY_DELAY = Duration.ofSeconds(60);
    private static final Hooks NO_HOOKS = new Hooks() {};

    static Settings read(DreamOptions options) {
        requireNoRedirects(options.httpClient());
        return new Settings(
            Origin.read(options.baseUrl()),
            KeyForm.require("secretKey", "sk_", options.secretKey()),
            KeyForm.require("publishableKey", "pk_", options.publishableKey()),
            options.tenant() == null ? null : options.tenant().orElse(null),
            notEmpty("version", options.version() == null ? Version.API_VERSION : options.version()),
            timeout(options.timeout() == null ? TIMEOUT : options.timeout()),
            maxRetries(options.maxRetries() == null ? 2 : options.maxRetries()),
            maxRetryDelay(options.maxRetryDelay() == null ? MAX_RETRY_DELAY : options.maxRetryDelay()),
            named(options.headers()),
            options.hooks() == null ? NO_HOOKS : options.hooks()
        );
    }

    static Duration timeout(Duration timeout) {
        if (timeout.compareTo(Duration.ZERO) > 0) return timeout;
        throw new ConfigurationException("timeout must be more than 0 milliseconds");
    }

    static int maxRetries(Number maxRetries) {
        double number = maxRetries.doubleValue();
        if (number >= 0 && number == Math.rint(number)) return (int) Math.min(number, Integer.MAX_VALUE - 1);
        throw new ConfigurationException("maxRetries must be a whole number, 0 or more");
    }

    static String notEmpty(String name, String value) {
        if (value == null || !Blank.is(value)) return value;
        throw new ConfigurationException(name + " must not be empty");
    }

    /** Keys and tokens are not said. */
    @Override
    public String toString() {
        return "Settings";
    }

    private static Duration maxRetryDelay(Duration maxRetryDelay) {
        if (!maxRetryDelay.isNegative()) return maxRetryDelay;
        throw new ConfigurationException("maxRetryDelay must be 0 milliseconds or more");
    }

    private static Map<String, String> named(Map<String, String> headers) {
        for (String name : headers.keySet()) if (name == null) throw new ConfigurationException("A header has no name");
        return headers;
    }

    private static void requireNoRedirects(HttpClient client) {
        if (client == null || client.followRedirects() == HttpClient.Redirect.NEVER) return;
        throw new ConfigurationException("httpClient must not follow redirects: a key would go to another host");
    }
}
