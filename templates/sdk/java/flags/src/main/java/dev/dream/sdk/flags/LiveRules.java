package dev.dream.sdk.flags;

import dev.dream.sdk.flags.evaluation.ChangedFlags;
import dev.dream.sdk.flags.evaluation.Evaluator;
import dev.dream.sdk.flags.evaluation.VersionedRuleset;
import dev.dream.sdk.flags.reports.Observer;
import dev.dream.sdk.flags.updates.Ending;
import dev.dream.sdk.flags.updates.RulesetKeeper;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a client evaluates, what it is, and who wants to hear of either. */
final class LiveRules implements RulesetKeeper {

    /** More nanoseconds than fit nobody waits for. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(36_500);

    private final Function<Object, Evaluator> compiler;
    private final Consumer<String> onProblem;
    private final Ending ending;
    private final Notices notices;
    private final Listeners<FlagStatusChange> statusListeners;
    private final Listeners<FlagChange> changeListeners;
    /** Over as soon as there is something to evaluate, or never will be. */
    private final CountDownLatch settled = new CountDownLatch(1);
    /** Null where nothing is reported. */
    private final Observer observer;

    private volatile HeldRules rules;
    private volatile FlagStatus status = FlagStatus.INITIALIZING;
    private volatile String problem;

    LiveRules(Function<Object, Evaluator> compiler, Observer observer, Consumer<String> onProblem, Ending ending) {
        this.compiler = compiler;
        this.observer = observer;
        this.onProblem = onProblem;
        this.ending = ending;
        this.notices = new Notices(onProblem);
        this.statusListeners = new Listeners<>(notices);
        this.changeListeners = new Listeners<>(notices);
    }

    /** Null where there is nothing to evaluate yet. */
    HeldRules rules() {
        return rules;
    }

    FlagStatus status() {
        return status;
    }

    /** Why it is what it is; null where there is no reason. */
    String problem() {
        return problem;
    }

    Subscription onStatus(Consumer<? super FlagStatusChange> listener) {
        return statusListeners.add(listener);
    }

    Subscription onChange(Consumer<? super FlagChange> listener) {
        return changeListeners.add(listener);
    }

    /** Never throws, and takes no longer than was asked for. */
    boolean ready(Duration timeout) {
        Duration patience = timeout.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : timeout;
        try {
            if (!timeout.isNegative()) settled.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        return rules != null;
    }

    /** Rules that are no word of the server: of a bootstrap, or of a test, whose last ones they are when they take over. */
    void replace(Supplier<VersionedRuleset> next) {
        synchronized (this) {
            install(next.get());
        }
        settled.countDown();
        notices.tell();
    }

    @Override
    public VersionedRuleset held() {
        HeldRules now = rules;
        return now == null ? null : now.held();
    }

    @Override
    public void take(VersionedRuleset next) {
        synchronized (this) {
            VersionedRuleset held = held();
            if (held == null || !held.version().equals(next.version())) install(next);
            // In one go: whoever waits for the client to be ready must find it VALID.
            set(FlagStatus.VALID, null);
        }
        settled.countDown();
    }

    @Override
    public void announce() {
        notices.tell();
    }

    @Override
    public void confirm() {
        become(FlagStatus.VALID, null);
    }

    @Override
    public void interrupt(String problem) {
        onProblem.accept(problem);
        synchronized (this) {
            // What never was VALID goes on waiting.
            if (status == FlagStatus.VALID) set(FlagStatus.INTERRUPTED, problem);
        }
        notices.tell();
    }

    @Override
    public void turnOff(String problem) {
        onProblem.accept(problem);
        ending.end();
        become(FlagStatus.OFF, problem);
    }

    void become(FlagStatus next, String problem) {
        synchronized (this) {
            set(next, problem);
        }
        if (next == FlagStatus.OFF) settled.countDown();
        notices.tell();
    }

    /** Once it is OFF it stays so. */
    private void set(FlagStatus next, String why) {
        if (status == next || status == FlagStatus.OFF) return;
        problem = why;
        status = next;
        statusListeners.notice(new FlagStatusChange(next, Optional.ofNullable(why)));
    }

    private void install(VersionedRuleset next) {
        VersionedRuleset before = held();
        Evaluator evaluator = compiler.apply(next.ruleset());
        if (observer != null) observer.turnOver(next.ruleset());
        rules = new HeldRules(next, evaluator);
        // What changed is worked out only where somebody wants to know.
        if (changeListeners.isEmpty()) return;
        Map<?, ?> old = before == null ? null : before.ruleset();
        FlagChange change = new FlagChange(ChangedFlags.between(old, next.ruleset()), evaluator.revision());
        if (!change.keys().isEmpty()) changeListeners.notice(change);
    }
}
