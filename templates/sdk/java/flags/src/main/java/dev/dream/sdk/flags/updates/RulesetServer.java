package dev.dream.sdk.flags.updates;

import dev.dream.sdk.core.Version;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.concurrent.CancellationException;

/** Where the client's questions go. */
public final class RulesetServer {

    private final String baseUrl;
    private final String key;
    private final HttpClient http;
    private final Background background;
    private final double timeout;
    private final Clock clock;

    /**
     * A server that is asked by one client.
     *
     * @param baseUrl its address, without a slash at its end
     * @param key of an environment
     * @param http follows no redirects: a key must not go to another host
     * @param background threads for timers
     * @param timeout milliseconds of silence after which a question is given up
     * @param clock for dates in answers
     */
    public RulesetServer(
        String baseUrl,
        String key,
        HttpClient http,
        Background background,
        double timeout,
        Clock clock
    ) {
        this.baseUrl = baseUrl;
        this.key = key;
        this.http = http;
        this.background = background;
        this.timeout = timeout;
        this.clock = clock;
    }

    /** Reads an answer; from its body too, which throws when the connection breaks or stays silent for too long. */
    @FunctionalInterface
    interface Reader {
        Attempt read(HttpResponse<InputStream> answer, InputStream body) throws IOException;
    }

    Background background() {
        return background;
    }

    /**
     * Asks, and wants no more than to be heard.
     *
     * @param question what is told
     * @param ending ends it
     * @return never throws: whatever goes wrong is an attempt that failed
     */
    public Attempt tell(Question question, Ending ending) {
        return ask(question, ending, (answer, body) -> Attempt.ANSWERED);
    }

    /**
     * Asks, and has an answer of status 200, 202, 204 or 304 read. Never throws: whatever goes wrong, while it is read
     * too, is an attempt that failed. Nothing of it is left open afterwards.
     */
    Attempt ask(Question question, Ending ending, Reader reader) {
        Exchange exchange = new Exchange(background, timeout);
        Runnable detach = ending.onEnd(exchange::end);
        double silence = Double.isNaN(question.silence()) ? timeout : question.silence();
        try {
            HttpResponse<InputStream> answer = exchange.send(http, requestOf(question));
            exchange.heard(silence);
            InputStream body = new HeardBody(answer.body(), exchange, silence);
            Attempt problem = problemOf(answer, body);
            if (problem != null) return problem;
            Attempt attempt = reader.read(answer, body);
            // A body that was let go ends as if it were complete.
            return exchange.isOver() && attempt.result() == Attempt.Result.FAILED ? silent() : attempt;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return Attempt.failed("the thread was interrupted");
        } catch (IOException | RuntimeException | Error failure) {
            // What a runtime says of a failure may quote the address, or more; none of it is passed on.
            boolean isGivenUp = exchange.isOver() || failure instanceof CancellationException;
            return isGivenUp ? silent() : Attempt.failed("the connection failed");
        } finally {
            detach.run();
            exchange.end();
        }
    }

    private static Attempt silent() {
        return Attempt.failed("the server was silent for too long");
    }

    private HttpRequest requestOf(Question question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + question.path()));
        // Said in every request, that a server may tell its clients and their versions apart.
        request.setHeader("user-agent", "dream-sdk-java/" + Version.VERSION);
        request.setHeader("dream-version", Version.API_VERSION);
        request.setHeader("accept", "application/json");
        if (key.startsWith("pk_")) request.setHeader("x-publishable-key", key);
        else request.setHeader("authorization", "Bearer " + key);
        question.headers().forEach(request::setHeader);
        if (question.body() != null) request.POST(HttpRequest.BodyPublishers.ofString(question.body()));
        return request.build();
    }

    private Attempt problemOf(HttpResponse<?> answer, InputStream body) {
        int status = answer.statusCode();
        if (status == 200 || status == 202 || status == 204 || status == 304) return null;
        if ((status == 401 || status == 403) && Refusal.isOfServer(body)) {
            String known = "the server does not know the key";
            return Attempt.refused(status == 401 ? known : "the server does not allow this to the key");
        }
        // Of several all together, as everywhere in the SDK: they cannot be read.
        String header = String.join(", ", answer.headers().allValues("retry-after"));
        double retryAfter = Waits.retryAfter(header, clock.millis());
        return new Attempt(Attempt.Result.FAILED, "the server answered with status " + status, status, retryAfter);
    }
}
