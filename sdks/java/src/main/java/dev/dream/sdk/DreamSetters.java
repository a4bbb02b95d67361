package dev.dream.sdk;

import dev.dream.sdk.internal.UserToken;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gathers the settings of a client. What is {@code null} is not given, where nothing else is said.
 *
 * @param <B> the builder itself
 */
public abstract class DreamSetters<B extends DreamSetters<B>> {

    private final Map<String, String> headers = new LinkedHashMap<>();
    private String baseUrl;
    private String secretKey;
    private String publishableKey;
    private Optional<Supplier<String>> userToken;
    private Optional<String> tenant;
    private String version;
    private Duration timeout;
    private Number maxRetries;
    private Duration maxRetryDelay;
    private Hooks hooks;
    private HttpClient httpClient;

    /** A builder with nothing given. */
    protected DreamSetters() {}

    /**
     * This builder, by its own type.
     *
     * @return {@code this}
     */
    protected abstract B self();

    /**
     * The settings as they are now.
     *
     * @return cannot be changed
     */
    protected final DreamOptions options() {
        return new DreamOptions(
            baseUrl,
            secretKey,
            publishableKey,
            userToken,
            tenant,
            version,
            timeout,
            maxRetries,
            maxRetryDelay,
            Collections.unmodifiableMap(new LinkedHashMap<>(headers)),
            hooks,
            httpClient
        );
    }

    /**
     * Where the server is; absent: {@code DREAM_BASE_URL} of the environment.
     *
     * @param baseUrl an address of {@code http} or {@code https}; its path is kept
     * @return this builder
     */
    public final B baseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
        return self();
    }

    /**
     * The key of a server; absent: {@code DREAM_SECRET_KEY} of the environment, where no key of either kind is given.
     *
     * @param secretKey {@code sk_…}
     * @return this builder
     */
    public final B secretKey(String secretKey) {
        this.secretKey = secretKey;
        return self();
    }

    /**
     * The key of an app; absent: {@code DREAM_PUBLISHABLE_KEY} of the environment, where no key of either kind is given.
     *
     * @param publishableKey {@code pk_…}
     * @return this builder
     */
    public final B publishableKey(String publishableKey) {
        this.publishableKey = publishableKey;
        return self();
    }

    /**
     * Who is signed in; goes with the publishable key.
     *
     * @param userToken a token, or {@code null} for nobody
     * @return this builder
     */
    public final B userToken(String userToken) {
        this.userToken = Optional.ofNullable(userToken).map(UserToken::new);
        return self();
    }

    /**
     * Who is signed in; goes with the publishable key.
     *
     * @param userToken asked before every attempt, in a thread of its own, so that it may refresh; may give {@code
     *     null}
     * @return this builder
     */
    public final B userToken(Supplier<String> userToken) {
        this.userToken = Optional.ofNullable(userToken);
        return self();
    }

    /**
     * Nobody is signed in.
     *
     * @return this builder
     */
    public final B noUserToken() {
        this.userToken = Optional.empty();
        return self();
    }

    /**
     * The tenant that operations are about, where they may be about one.
     *
     * @param tenant its id; {@code null}: none
     * @return this builder
     */
    public final B tenant(String tenant) {
        this.tenant = Optional.ofNullable(tenant);
        return self();
    }

    /**
     * The version of the API; absent: the one that this SDK was made for.
     *
     * @param version a date
     * @return this builder
     */
    public final B version(String version) {
        this.version = version;
        return self();
    }

    /**
     * The time for one attempt, its body included; for a stream or a document, until it begins; absent: 30 seconds.
     *
     * @param timeout more than 0
     * @return this builder
     */
    public final B timeout(Duration timeout) {
        this.timeout = timeout;
        return self();
    }

    /**
     * Attempts beyond the first, where it is safe to send again; absent: 2.
     *
     * @param maxRetries a whole number from 0
     * @return this builder
     */
    public final B maxRetries(Number maxRetries) {
        this.maxRetries = maxRetries;
        return self();
    }

    /**
     * How long is waited at most before one of them; absent: a minute. Where the server asks for more, the error is
     * thrown.
     *
     * @param maxRetryDelay 0 or more
     * @return this builder
     */
    public final B maxRetryDelay(Duration maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
        return self();
    }

    /**
     * Headers of every request, which go over what would be sent.
     *
     * @param headers by name; {@code null} leaves one out
     * @return this builder
     */
    public final B headers(Map<String, String> headers) {
        if (headers != null) headers.forEach(this::header);
        return self();
    }

    /**
     * A header of every request, which goes over what would be sent.
     *
     * @param name in letters of either case
     * @param value {@code null} leaves it out; for {@code User-Agent}, the HTTP client has one of its own then
     * @return this builder
     */
    public final B header(String name, String value) {
        headers.put(name, value);
        return self();
    }

    /**
     * What is told of requests, for logs and figures.
     *
     * @param hooks safe for use by many threads
     * @return this builder
     */
    public final B hooks(Hooks hooks) {
        this.hooks = hooks;
        return self();
    }

    /**
     * Sends the requests, in place of one with the settings of the JDK: for proxies, and for certificates of your own.
     * It is never closed from here. It must not follow redirects, which would take a key to another host. Where it has
     * an {@link java.net.Authenticator}, it may send a {@code GET} a second time by itself when a connection broke off.
     *
     * @param httpClient a client of the JDK; absent: one of the SDK's own
     * @return this builder
     */
    public final B httpClient(HttpClient httpClient) {
        this.httpClient = httpClient;
        return self();
    }
}
