package dev.dream.sdk.flags;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dream.sdk.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** A server of rules on this machine that is asked by polling, and keeps what is reported to it. */
final class RulesServer implements AutoCloseable {
    private final HttpServer server;
    private final List<Map<?, ?>> reports = new ArrayList<>();
    private volatile String ruleset;
    private volatile long delay;

    RulesServer(TestFlagData data) throws IOException {
        serve(data);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool((work) -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/v1/flag-ruleset", (exchange) -> answer(exchange, ruleset));
        server.createContext("/v1/flag-reports", (exchange) -> {
            Map<?, ?> report = (Map<?, ?>) Json.parse(exchange.getRequestBody().readAllBytes());
            synchronized (reports) {
                reports.add(report);
            }
            answer(exchange, "{}");
        });
        server.start();
    }

    void serve(TestFlagData data) {
        ruleset = Json.write(Map.of("version", "v" + data.ruleset().get("revision"), "ruleset", data.ruleset()));
    }

    /** Milliseconds before each answer. */
    void delay(long milliseconds) {
        delay = milliseconds;
    }

    FlagClientBuilder client() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return FlagClient.builder().secretKey("sk_test").baseUrl(address).mode(FlagMode.POLLING);
    }

    List<Map<?, ?>> reports() {
        synchronized (reports) {
            return List.copyOf(reports);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
