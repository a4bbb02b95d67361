package dev.dream.sdk.middleware;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dream.sdk.Dream;
import dev.dream.sdk.errors.ConflictException;
import dev.dream.sdk.permissions.ResourceInHand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An application on the server of the JDK: says its port, and ends with its input. Its time stands still where the
 * environment says so.
 */
public final class HttpApplication {

    private final Middleware middleware;

    private HttpApplication(Dream dream) {
        MiddlewareBuilder builder = Middleware.builder(dream);
        String now = System.getenv("APPLICATION_TIME");
        if (now != null) builder.clock = Clock.fixed(Instant.ofEpochMilli(Long.parseLong(now)), ZoneOffset.UTC);
        // No machine is too slow for an answer to count still.
        middleware = builder
            .timeToLive(Duration.ofHours(1))
            .onError((thrown, requestId) -> System.out.println(requestId + " " + thrown.getClass().getSimpleName()))
            .build();
    }

    /** What an answer is made by. */
    @FunctionalInterface
    private interface Handler {
        String handle(RequestContext context, HttpExchange exchange);
    }

    public static void main(String[] arguments) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(4);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        try (Dream dream = Dream.builder().maxRetries(0).build()) {
            HttpApplication application = new HttpApplication(dream);
            application.serve(server, "/me", (context, exchange) -> context.user().id() + " of " + context.tenantId());
            application.serve(server, "/invoices", (context, exchange) -> {
                context.authorize("invoice:create");
                return "made";
            });
            application.serve(server, "/may/", (context, exchange) -> {
                context.authorize(exchange.getRequestURI().getPath().substring(5));
                return context.user().id() + " of " + context.tenantId();
            });
            application.serve(server, "/reports/", (context, exchange) -> {
                context.authorize(
                    "report:read:own",
                    ResourceInHand.of(exchange.getRequestURI().getPath().substring(9))
                );
                return "read";
            });
            application.serve(server, "/broken", (context, exchange) -> {
                exchange.getResponseHeaders().set("ETag", "\"1\"");
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'");
                throw new ConflictException("seats/taken", "Taken.", "This seat is taken.");
            });
            server.start();
            System.out.println(server.getAddress().getPort());
            while (System.in.read() >= 0);
        } finally {
            server.stop(0);
            workers.shutdownNow();
        }
    }

    private void serve(HttpServer server, String path, Handler handler) {
        server.createContext(path, exchange -> {
            HeaderReader header = HeaderReader.of(exchange.getRequestHeaders());
            String requestId = middleware.requestIdOf(header);
            try (exchange) {
                try {
                    String body = handler.handle(middleware.admit(header, requestId), exchange);
                    exchange.getResponseHeaders().set("X-Request-Id", requestId);
                    send(exchange, 200, body.getBytes(StandardCharsets.UTF_8));
                } catch (RuntimeException thrown) {
                    ErrorResponse answer = middleware.answerTo(thrown, requestId);
                    List.copyOf(exchange.getResponseHeaders().keySet())
                        .stream()
                        .filter(ErrorResponse::replaces)
                        .forEach(exchange.getResponseHeaders()::remove);
                    answer.headers().forEach(exchange.getResponseHeaders()::set);
                    send(exchange, answer.status(), answer.bytes());
                }
            }
        });
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
