package dev.dream.sdk.flags;

import dev.dream.sdk.flags.evaluation.VersionedRuleset;
import dev.dream.sdk.flags.reports.Observer;
import dev.dream.sdk.flags.reports.Reporter;
import dev.dream.sdk.flags.updates.Background;
import dev.dream.sdk.flags.updates.Ending;
import dev.dream.sdk.flags.updates.RulesetServer;
import dev.dream.sdk.flags.updates.Updates;
import dev.dream.sdk.flags.updates.Waits;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.json.JsonException;
import java.net.http.HttpClient;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a client has to do with its server, where it has one. */
final class ServerConnection {

    /** Milliseconds that closing waits for the last report. */
    private static final double LAST_REPORT = 2_000;

    private static final double SHORTEST_INTERVAL = 1_000;

    private final Ending ending = new Ending();
    private final Background background = new Background();
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final RulesetServer server;
    private Reporter reporter;

    ServerConnection(FlagClientBuilder options) {
        boolean isOnline =
            options.mode != FlagMode.OFFLINE && !options.secretKey.isEmpty() && !options.baseUrl.isEmpty();
        server = isOnline ? serverOf(options) : null;
    }

    boolean hasServer() {
        return server != null;
    }

    Ending ending() {
        return ending;
    }

    void start(FlagClientBuilder options, LiveRules rules, Observer observer) {
        VersionedRuleset bootstrap = bootstrapOf(options.bootstrap);
        if (options.bootstrap != null && bootstrap == null) options.onProblem.accept("the bootstrap is no ruleset");
        if (bootstrap != null) rules.replace(() -> bootstrap);
        if (server == null) {
            boolean isOffline = options.mode == FlagMode.OFFLINE;
            if (!isOffline) options.onProblem.accept("without `secretKey` and `baseUrl` there is no server to ask");
            rules.become(isOffline && bootstrap != null ? FlagStatus.VALID : FlagStatus.OFF, null);
            return;
        }
        if (observer != null) {
            double interval = options.reports.intervalMilliseconds();
            reporter = new Reporter(server, observer, background, interval, options.onProblem);
        }
        FlagTiming timing = options.timing;
        new Updates(
            server,
            rules,
            Math.max(SHORTEST_INTERVAL, options.pollInterval.toMillis()),
            new Waits(timing.firstWait().toMillis(), timing.longestWait().toMillis()),
            timing.silence().toMillis(),
            timing.firstWord().toMillis()
        ).start(options.mode == FlagMode.STREAMING, ending);
    }

    void flush() {
        if (reporter != null) reporter.flush();
    }

    /** Does nothing where it is closed already. */
    void close(Runnable turnOff) {
        if (!isClosed.compareAndSet(false, true)) return;
        ending.end();
        turnOff.run();
        if (reporter != null) reporter.close(LAST_REPORT);
        background.close();
    }

    private RulesetServer serverOf(FlagClientBuilder options) {
        double timeout = options.timing.timeout().toMillis();
        HttpClient http = options.httpClient == null ? usualClient(options.timing) : options.httpClient;
        return new RulesetServer(options.baseUrl, options.secretKey, http, background, timeout, options.clock);
    }

    /** One that follows no redirects, and asks no server for another protocol before anything else. */
    private static HttpClient usualClient(FlagTiming timing) {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timing.timeout()).build();
    }

    private static VersionedRuleset bootstrapOf(Object given) {
        try {
            return VersionedRuleset.read(given instanceof String json ? Json.parse(json) : given);
        } catch (JsonException cause) {
            return null;
        }
    }
}
