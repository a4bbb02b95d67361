import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Whoever waits for an answer of it is interrupted in the moment in which the answer is there. */
final class LateClient extends HttpClient {

    private final HttpClient own = HttpClient.newHttpClient();

    private static final class Late<T> extends CompletableFuture<T> {

        @Override
        public T get() throws InterruptedException {
            join();
            throw new InterruptedException("too late");
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        Late<HttpResponse<T>> late = new Late<>();
        own.sendAsync(request, handler).whenComplete((answer, thrown) -> {
            if (thrown == null) late.complete(answer);
            else late.completeExceptionally(thrown);
        });
        return late;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
        HttpRequest request,
        HttpResponse.BodyHandler<T> handler,
        HttpResponse.PushPromiseHandler<T> pushed
    ) {
        return sendAsync(request, handler);
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
        throws IOException, InterruptedException {
        return own.send(request, handler);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return own.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return own.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return own.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return own.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return own.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return own.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return own.authenticator();
    }

    @Override
    public Version version() {
        return own.version();
    }

    @Override
    public Optional<Executor> executor() {
        return own.executor();
    }
}
