package dev.dream.sdk.flags;

import java.net.http.HttpClient;
import java.time.Duration;

/** HTTP clients that follow no redirects, and ask no server for another protocol before anything else. */
final class RedirectlessClient {

    private RedirectlessClient() {}

    static boolean isOne(HttpClient client) {
        try {
            return client.followRedirects() == HttpClient.Redirect.NEVER;
        } catch (RuntimeException failure) {
            return false;
        }
    }

    static HttpClient usual(Duration patience) {
        return HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .build();
    }

    /** With the proxy, the certificates, the threads and all else of another; the usual one where those cannot be told. */
    static HttpClient like(HttpClient other, Duration patience) {
        try {
            HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(other.version())
                .connectTimeout(other.connectTimeout().orElse(patience))
                .sslContext(other.sslContext())
                .sslParameters(other.sslParameters());
            other.proxy().ifPresent(builder::proxy);
            other.authenticator().ifPresent(builder::authenticator);
            other.cookieHandler().ifPresent(builder::cookieHandler);
            other.executor().ifPresent(builder::executor);
            return builder.build();
        } catch (RuntimeException failure) {
            return usual(patience);
        }
    }
}
