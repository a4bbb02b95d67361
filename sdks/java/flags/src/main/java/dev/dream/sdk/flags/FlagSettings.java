package dev.dream.sdk.flags;

import dev.dream.sdk.core.Origin;
import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.flags.evaluation.Sticky;
import dev.dream.sdk.flags.evaluation.VersionedRuleset;
import dev.dream.sdk.flags.updates.Waits;
import dev.dream.sdk.json.Json;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** How a client works: what its builder was told, where that can be used, else what is usual. What cannot is told. */
final class FlagSettings {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
    /** A day: no wait that anybody means is longer. */
    private static final Duration LONGEST = Duration.ofDays(1);

    final FlagMode mode;
    final String secretKey;
    /** Null where there is no server to ask. */
    final Origin server;
    /** Why there is none, though there should be; null otherwise. */
    final String problem;
    /** Null where none was given, or one that is none. */
    final VersionedRuleset bootstrap;
    /** Null where nothing is reported. */
    final FlagReports reports;
    final double reportInterval;
    /** Null where nothing is remembered. */
    final Sticky sticky;
    final Consumer<String> onProblem;
    final Clock clock;
    final double pollInterval;
    final double timeout;
    final double silence;
    final double firstWord;
    final Waits waits;

    private final HttpClient httpClient;

    /** Throws nothing. */
    FlagSettings(FlagClientBuilder given) {
        onProblem = given.onProblem;
        mode = usualFor("mode", given.mode, FlagMode.STREAMING);
        secretKey = given.secretKey;
        problem = mode == FlagMode.OFFLINE ? null : problemOf(given.secretKey, given.baseUrl);
        server = mode == FlagMode.OFFLINE || problem != null ? null : originOf(given.baseUrl);
        if (problem != null) onProblem.accept(problem);
        bootstrap = given.bootstrap == null ? null : bootstrapOf(given.bootstrap);
        if (given.bootstrap != null && bootstrap == null) onProblem.accept("the bootstrap is no ruleset");
        reports = given.reports != null && server != null && isClear(given.reports) ? given.reports : null;
        Duration interval = reports == null ? FlagReports.USUAL_INTERVAL : reports.interval();
        reportInterval = milliseconds("reports.interval", interval, FlagReports.USUAL_INTERVAL, SHORTEST_INTERVAL);
        sticky = given.sticky == null ? null : new StickyStore(given.sticky);
        clock = usualFor("clock", given.clock, Clock.systemUTC());
        pollInterval = milliseconds("pollInterval", given.pollInterval, Duration.ofSeconds(30), SHORTEST_INTERVAL);
        FlagTiming usual = FlagTiming.usual();
        FlagTiming timing = usualFor("timing", given.timing, usual);
        timeout = milliseconds("timing.timeout", timing.timeout(), usual.timeout());
        silence = milliseconds("timing.silence", timing.silence(), usual.silence());
        firstWord = milliseconds("timing.firstWord", timing.firstWord(), usual.firstWord());
        waits = new Waits(
            milliseconds("timing.firstWait", timing.firstWait(), usual.firstWait()),
            milliseconds("timing.longestWait", timing.longestWait(), usual.longestWait())
        );
        httpClient = given.httpClient;
    }

    /** One that follows no redirects: a key must not go to another host. */
    HttpClient http() {
        Duration patience = Duration.ofMillis((long) timeout);
        if (httpClient == null) return RedirectlessClient.usual(patience);
        if (RedirectlessClient.isOne(httpClient)) return httpClient;
        onProblem.accept("`httpClient` follows redirects: one that is like it, but follows none, takes its place");
        return RedirectlessClient.like(httpClient, patience);
    }

    /** No message holds any of the key, or of what was given as the address. */
    private static String problemOf(String key, String address) {
        if (key.isEmpty() || address.isEmpty()) return "without `secretKey` and `baseUrl` there is no server to ask";
        if (!KEY.matcher(key).matches()) return "`secretKey` has characters that no key has";
        if (originOf(address) != null) return null;
        return "`baseUrl` must be an http(s) address without user, query and fragment";
    }

    private static Origin originOf(String address) {
        try {
            return Origin.read(address);
        } catch (ConfigurationException none) {
            return null;
        }
    }

    /** Null where it is none. A map that fails while it is read is none. */
    private static VersionedRuleset bootstrapOf(Object given) {
        try {
            return VersionedRuleset.read(given instanceof String json ? Json.parse(json) : Json.copy(given));
        } catch (Throwable failure) {
            return null;
        }
    }

    private boolean isClear(FlagReports given) {
        if (given.isClear()) return true;
        // What was to be kept is not known: all of it is.
        onProblem.accept("`reports.sensitive` lacks the name of a kind or of an attribute: nothing is reported");
        return false;
    }

    private <T> T usualFor(String name, T given, T usual) {
        if (given == null) onProblem.accept("`" + name + "` is null: what is usual holds");
        return given == null ? usual : given;
    }

    private double milliseconds(String name, Duration given, Duration usual) {
        return milliseconds(name, given, usual, Duration.ofMillis(1));
    }

    /** Held between the shortest and a day. */
    private double milliseconds(String name, Duration given, Duration usual, Duration shortest) {
        Duration meant = usualFor(name, given, usual);
        if (meant.compareTo(shortest) < 0) return shortest.toMillis();
        return (meant.compareTo(LONGEST) > 0 ? LONGEST : meant).toNanos() / 1e6;
    }
}
