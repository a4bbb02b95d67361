package dev.dream.sdk.flags;

import dev.dream.sdk.flags.evaluation.Evaluator;
import dev.dream.sdk.flags.evaluation.Outcome;
import dev.dream.sdk.flags.evaluation.VersionedRuleset;
import dev.dream.sdk.flags.reports.Observer;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Flags, evaluated in this process with the rules of one environment, which are brought up to date in the background.
 * For servers: it takes a secret key and holds every rule. One for a process; thread-safe; close it at the end.
 *
 * <p>Nothing that is asked of it throws, and nothing waits but {@link #ready}, {@link #flush} and {@link #close}.
 * Whatever goes wrong, the default that was given is the answer, and the detail says why. A setting that cannot be used
 * is told to {@link FlagClientBuilder#onProblem}, and what is usual holds; one without which no server can be asked
 * leaves the client OFF.
 */
public final class FlagClient implements Flags, AutoCloseable {

    private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

    private final LiveRules rules;
    private final ServerConnection connection;
    /** Null where nothing is reported. */
    private final Observer observer;

    FlagClient(FlagSettings settings) {
        connection = new ServerConnection(settings);
        FlagReports reports = settings.reports;
        observer =
            reports == null
                ? null
                : new Observer(reports.isSampling(), reports.sensitive(), settings.clock, () ->
                      ThreadLocalRandom.current().nextDouble()
                  );
        rules = new LiveRules(
            ruleset -> Evaluator.of(ruleset, settings.clock::millis, settings.sticky),
            observer,
            settings.onProblem,
            connection.ending()
        );
        connection.start(rules, observer);
    }

    /** {@return a client to be set up} */
    public static FlagClientBuilder builder() {
        return new FlagClientBuilder();
    }

    @Override
    public <T> T value(FlagKey<T> flag, FlagContext context) {
        if (flag == null) return null;
        HeldRules now = rules.rules();
        if (now == null) return flag.defaultValue();
        Outcome outcome = found(now, flag, context);
        boolean fits = flag.type().fits(outcome, flag.defaultValue());
        return fits ? flag.type().read(outcome) : flag.defaultValue();
    }

    @Override
    public <T> FlagDetail<T> detail(FlagKey<T> flag, FlagContext context) {
        if (flag == null) return FlagDetail.ofNoFlag();
        HeldRules now = rules.rules();
        if (now == null) return FlagDetail.notReady(flag.defaultValue(), rules.problem());
        return FlagDetail.of(found(now, flag, context), flag.defaultValue(), flag.type());
    }

    @Override
    public AllFlags allFlags(FlagContext context) {
        HeldRules now = rules.rules();
        if (now == null) return new AllFlags(0, Collections.emptyMap());
        return new AllFlags(now.evaluator().revision(), now.evaluator().evaluateAll(now.read(context)));
    }

    /** {@return version and rules that are evaluated now: what another client takes as its bootstrap} */
    public Optional<Map<String, Object>> ruleset() {
        return Optional.ofNullable(rules.held()).map(VersionedRuleset::toJson);
    }

    /** {@return what the client is at this moment} */
    public FlagStatus status() {
        return rules.status();
    }

    /**
     * Hears of what the client becomes.
     *
     * @param listener called from any thread, one call after the other; what it throws harms nobody
     * @return takes the listener away again
     */
    public Subscription onStatus(Consumer<? super FlagStatusChange> listener) {
        return rules.onStatus(listener);
    }

    /**
     * Hears of updates by which any flag may answer otherwise, once for each.
     *
     * @param listener as for {@link #onStatus}
     * @return takes the listener away again
     */
    public Subscription onChange(Consumer<? super FlagChange> listener) {
        return rules.onChange(listener);
    }

    /**
     * Hears of updates by which one flag may answer otherwise.
     *
     * @param key of the flag
     * @param listener as for {@link #onStatus}
     * @return takes the listener away again
     */
    public Subscription onChange(String key, Consumer<? super FlagChange> listener) {
        if (key == null || listener == null) return () -> {};
        return rules.onChange(change -> {
            if (change.keys().contains(key)) listener.accept(change);
        });
    }

    /**
     * Waits until there is something to evaluate, or never will be. An interruption ends it, and is kept.
     *
     * @param timeout waits no longer; null: five seconds
     * @return whether there is something to evaluate
     */
    public boolean ready(Duration timeout) {
        return rules.ready(timeout == null ? USUAL_WAIT : timeout);
    }

    /** Sends what is to be reported, and waits until it is sent or has failed. An interruption ends the wait, and is kept. */
    public void flush() {
        connection.flush();
    }

    /** Reports what is left, for two seconds at most, ends all connections and is OFF. What is there is evaluated on. */
    @Override
    public void close() {
        connection.close(() -> rules.become(FlagStatus.OFF, "it was closed"));
    }

    /** For tests: from now on these rules hold. */
    void replace(Supplier<VersionedRuleset> next) {
        if (!connection.ending().isOver()) rules.replace(next);
    }

    private <T> Outcome found(HeldRules now, FlagKey<T> flag, FlagContext context) {
        Object asked = now.read(context);
        Outcome outcome = now.evaluator().evaluate(flag.key(), asked);
        if (observer != null) {
            boolean isTaken = !outcome.hasValue() || flag.type().fits(outcome, flag.defaultValue());
            observer.served(outcome, asked, isTaken);
        }
        return outcome;
    }
}
