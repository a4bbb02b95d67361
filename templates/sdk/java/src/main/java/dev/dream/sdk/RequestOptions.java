package dev.dream.sdk;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one call, which go over those of the client. What is {@code null} is not given.
 *
 * @param tenant the tenant that the call is about; empty: none
 * @param version of the API, a date
 * @param timeout of one attempt, its body included; for a stream or a document, until it begins
 * @param maxRetries attempts beyond the first
 * @param abort ends the call, and any wait within it
 * @param headers by name; {@code null} leaves one out
 * @param idempotencyKey of an operation that changes something
 */
public record RequestOptions(
    Optional<String> tenant,
    String version,
    Duration timeout,
    Number maxRetries,
    Abort abort,
    Map<String, String> headers,
    String idempotencyKey
) {
    /** Nothing is given. */
    public static final RequestOptions NONE = builder().build();

    /**
     * Settings, where no headers are none.
     *
     * @param tenant the tenant that the call is about; empty: none
     * @param version of the API, a date
     * @param timeout of one attempt, its body included; for a stream or a document, until it begins
     * @param maxRetries attempts beyond the first
     * @param abort ends the call, and any wait within it
     * @param headers by name, of which a copy is kept; {@code null} for none
     * @param idempotencyKey of an operation that changes something
     */
    public RequestOptions {
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

    /** The names of what is given are not said: values may be secrets. */
    @Override
    public String toString() {
        return "RequestOptions";
    }

    /** Gathers the settings of a call. */
    public static final class Builder {

        private final Map<String, String> headers = new LinkedHashMap<>();
        private Optional<String> tenant;
        private String version;
        private Duration timeout;
        private Number maxRetries;
        private Abort abort;
        private String idempotencyKey;

        private Builder() {}

        /**
         * The tenant that the call is about.
         *
         * @param tenant its id; {@code null}: none
         * @return this builder
         */
        public Builder tenant(String tenant) {
            this.tenant = Optional.ofNullable(tenant);
            return this;
        }

        /**
         * The call is about no tenant, though the client names one.
         *
         * @return this builder
         */
        public Builder noTenant() {
            return tenant(null);
        }

        /**
         * The version of the API.
         *
         * @param version a date
         * @return this builder
         */
        public Builder version(String version) {
            this.version = version;
            return this;
        }

        /**
         * The time for one attempt, its body included; for a stream or a document, until it begins.
         *
         * @param timeout more than 0
         * @return this builder
         */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /**
         * Attempts beyond the first.
         *
         * @param maxRetries a whole number from 0
         * @return this builder
         */
        public Builder maxRetries(Number maxRetries) {
            this.maxRetries = maxRetries;
            return this;
        }

        /**
         * What ends the call, and any wait within it.
         *
         * @param abort may go with several calls
         * @return this builder
         */
        public Builder abort(Abort abort) {
            this.abort = abort;
            return this;
        }

        /**
         * Headers, which go over what would be sent.
         *
         * @param headers by name, in letters of either case; {@code null} leaves one out
         * @return this builder
         */
        public Builder headers(Map<String, String> headers) {
            if (headers != null) headers.forEach(this::header);
            return this;
        }

        /**
         * A header, which goes over what would be sent.
         *
         * @param name in letters of either case
         * @param value {@code null} leaves it out; for {@code User-Agent}, the HTTP client has one of its own then
         * @return this builder
         */
        public Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /**
         * The key of an operation that changes something; absent: a random one, the same for all attempts.
         *
         * @param idempotencyKey like no other of the last day
         * @return this builder
         */
        public Builder idempotencyKey(String idempotencyKey) {
            this.idempotencyKey = idempotencyKey;
            return this;
        }

        /**
         * The settings as they are now.
         *
         * @return cannot be changed
         */
        public RequestOptions build() {
            return new RequestOptions(tenant, version, timeout, maxRetries, abort, headers, idempotencyKey);
        }
    }
}
