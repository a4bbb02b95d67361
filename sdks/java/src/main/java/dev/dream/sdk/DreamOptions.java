package dev.dream.sdk;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The settings of a client. What is {@code null} is not given.
 *
 * @param baseUrl where the server is; absent: {@code DREAM_BASE_URL} of the environment
 * @param secretKey {@code sk_…}, for servers; where no key of either kind is given, {@code DREAM_SECRET_KEY} of the
 *     environment
 * @param publishableKey {@code pk_…}, for apps; where no key of either kind is given, {@code DREAM_PUBLISHABLE_KEY} of
 *     the environment
 * @param userToken gets the token of who is signed in, before every attempt; empty: nobody
 * @param tenant the tenant that operations are about; empty: none
 * @param version of the API, a date
 * @param timeout of one attempt, its body included; for a stream or a document, until it begins
 * @param maxRetries attempts beyond the first
 * @param maxRetryDelay how long is waited at most before one of them
 * @param headers by name; {@code null} leaves one out
 * @param hooks are told of requests
 * @param httpClient sends the requests, in place of one with the settings of the JDK
 */
public record DreamOptions(
    String baseUrl,
    String secretKey,
    String publishableKey,
    Optional<Supplier<String>> userToken,
    Optional<String> tenant,
    String version,
    Duration timeout,
    Number maxRetries,
    Duration maxRetryDelay,
    Map<String, String> headers,
    Hooks hooks,
    HttpClient httpClient
) {
    /**
     * Settings, where no headers are none.
     *
     * @param baseUrl where the server is; absent: {@code DREAM_BASE_URL} of the environment
     * @param secretKey {@code sk_…}, for servers; where no key of either kind is given, {@code DREAM_SECRET_KEY} of the
     *     environment
     * @param publishableKey {@code pk_…}, for apps; where no key of either kind is given, {@code DREAM_PUBLISHABLE_KEY} of
     *     the environment
     * @param userToken gets the token of who is signed in, before every attempt; empty: nobody
     * @param tenant the tenant that operations are about; empty: none
     * @param version of the API, a date
     * @param timeout of one attempt, its body included; for a stream or a document, until it begins
     * @param maxRetries attempts beyond the first
     * @param maxRetryDelay how long is waited at most before one of them
     * @param headers by name, of which a copy is kept; {@code null} for none
     * @param hooks are told of requests
     * @param httpClient sends the requests, in place of one with the settings of the JDK
     */
    public DreamOptions {
        headers = headers == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * A builder with nothing given.
     *
     * @return a new one
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Keys and tokens are not said. */
    @Override
    public String toString() {
        return "DreamOptions";
    }

    /** Gathers the settings of a client, for {@code withOptions}. */
    public static final class Builder extends DreamSetters<Builder> {

        private Builder() {}

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * The settings as they are now.
         *
         * @return cannot be changed
         */
        public DreamOptions build() {
            return options();
        }
    }
}
