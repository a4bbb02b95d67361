package dev.dream.sdk.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * Takes requests to the server and brings the head of the answer, by the HTTP client of the JDK: one of our own
 * settings, or the program's. It never tries twice, and follows no redirect.
 */
final class Transport {

    /** {@code null} once closed: the JDK ends a client, and its idle connections, that nobody holds any longer. */
    private volatile HttpClient client;

    /** {@code own} is {@code null} where the program has none of its own. */
    Transport(HttpClient own) {
        client = own == null ? HttpClient.newHttpClient() : own;
    }

    /**
     * Sends one request.
     *
     * @throws IOException where the connection failed, or the deadline closed it
     * @throws InterruptedException where the thread was interrupted
     */
    Answer send(Outgoing request, Deadline deadline) throws IOException, InterruptedException {
        deadline.check();
        HttpClient open = client;
        if (open == null) throw new IOException("The client is closed");
        Receiving receiving = new Receiving();
        CompletableFuture<HttpResponse<InputStream>> sent = open.sendAsync(
            requestOf(request, open.authenticator().isPresent()),
            receiving
        );
        Closeable callingOff = () -> {
            sent.cancel(true);
            receiving.close();
        };
        deadline.closes(callingOff);
        HttpResponse<InputStream> response = answer(sent, callingOff, request.address());
        deadline.closes(response.body());
        return new Answer(response.statusCode(), headers(response), response.body());
    }

    /** Lets the HTTP client go. */
    void close() {
        client = null;
    }

    private static HttpResponse<InputStream> answer(
        CompletableFuture<HttpResponse<InputStream>> sent,
        Closeable callingOff,
        String address
    ) throws IOException, InterruptedException {
        try {
            return sent.get();
        } catch (CancellationException ended) {
            throw new IOException("The attempt has ended", ended);
        } catch (ExecutionException thrown) {
            throw failed(thrown.getCause(), address);
        } catch (InterruptedException interrupted) {
            callingOff.close();
            throw interrupted;
        }
    }

    /** Of a connection that could not be made the platform tells nothing, not even where to; it is the cause. */
    private static IOException failed(Throwable cause, String address) {
        if (!(cause instanceof ConnectException)) return new IOException(cause);
        boolean isUnknown = Stream.iterate(cause, Objects::nonNull, Throwable::getCause).anyMatch(
            UnresolvedAddressException.class::isInstance
        );
        String said = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        String what = isUnknown ? "no such host: " : "no connection to ";
        ConnectException told = new ConnectException(what + URI.create(address).getRawAuthority() + said);
        told.initCause(cause);
        return told;
    }

    private static HttpRequest requestOf(Outgoing request, boolean signsIn) throws IOException {
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.address()))
                .version(HttpClient.Version.HTTP_1_1)
                .method(request.method(), body(request.body(), signsIn));
            for (HeaderFields.Field field : request.headers().all()) builder.header(field.name(), field.value());
            return builder.build();
        } catch (IllegalArgumentException refused) {
            // Its own message may say the value of a header.
            throw new IOException("The HTTP client takes no such address or header");
        }
    }

    private static HttpRequest.BodyPublisher body(byte[] body, boolean signsIn) {
        if (body != null) return HttpRequest.BodyPublishers.ofByteArray(body);
        // One that signs in at a proxy sends again what the proxy refused.
        return signsIn ? HttpRequest.BodyPublishers.noBody() : new OneSending();
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response
            .headers()
            .map()
            .forEach((name, values) -> headers.put(HeaderFields.lower(name), String.join(", ", values)));
        return headers;
    }
}
