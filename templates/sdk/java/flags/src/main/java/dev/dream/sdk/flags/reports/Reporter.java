package dev.dream.sdk.flags.reports;

import dev.dream.sdk.flags.updates.Attempt;
import dev.dream.sdk.flags.updates.Background;
import dev.dream.sdk.flags.updates.Ending;
import dev.dream.sdk.flags.updates.Question;
import dev.dream.sdk.flags.updates.RulesetServer;
import dev.dream.sdk.json.Json;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Sends what was observed, now and then. What could not be sent is sent with what comes next. */
public final class Reporter {

    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 429);

    private final RulesetServer server;
    private final Observer observer;
    private final Background background;
    private final double interval;
    private final Consumer<String> onProblem;
    private final Ending closing = new Ending();
    private final Object sending = new Object();
    private volatile boolean isOver;
    private volatile Runnable cancel = () -> {};

    /**
     * Begins to wait for the first report.
     *
     * @param server that is told
     * @param observer what it saw is told
     * @param background threads to send on
     * @param interval milliseconds from one report to the next
     * @param onProblem hears, in a sentence, of what goes wrong
     */
    public Reporter(
        RulesetServer server,
        Observer observer,
        Background background,
        double interval,
        Consumer<String> onProblem
    ) {
        this.server = server;
        this.observer = observer;
        this.background = background;
        this.interval = interval;
        this.onProblem = onProblem;
        waitForNext();
    }

    /** Sends what there is, and waits until it is sent or has failed. Reports go one after the other. */
    public void flush() {
        Future<?> sent = background.start(this::send);
        try {
            sent.get();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            onProblem.accept("evaluations were not reported");
        }
    }

    /**
     * Sends what is left, and nothing more afterwards.
     *
     * @param patience milliseconds that are waited for it at most
     */
    public void close(double patience) {
        cancel.run();
        Runnable stop = background.after(patience, closing::end);
        flush();
        isOver = true;
        cancel.run();
        stop.run();
        // An interruption ends the wait for what is being sent; its sending ends too.
        closing.end();
    }

    private void waitForNext() {
        double spread = 0.9 + ThreadLocalRandom.current().nextDouble() / 5;
        cancel = background.after(interval * spread, () -> {
            background.start(this::send);
            if (!isOver) waitForNext();
        });
    }

    private void send() {
        synchronized (sending) {
            if (isOver) return;
            List<Report> reports = observer.take();
            for (int place = 0; place < reports.size(); place += 1) {
                Report report = reports.get(place);
                if (!report.isEmpty() && !isSent(report, reports.subList(place + 1, reports.size()))) return;
            }
        }
    }

    private boolean isSent(Report report, List<Report> later) {
        Attempt attempt = server.tell(Question.report(Json.write(report.toJson())), closing);
        if (attempt.result() == Attempt.Result.ANSWERED) return true;
        if (attempt.result() == Attempt.Result.REFUSED) {
            isOver = true;
            cancel.run();
            onProblem.accept("evaluations are not reported any more: " + attempt.problem());
            return false;
        }
        onProblem.accept("evaluations were not reported: " + attempt.problem());
        if (!isNeverTaken(attempt.status())) observer.putBack(report);
        later.forEach(observer::putBack);
        return false;
    }

    /** What the server does not understand it will not understand later. That it is not let through to passes. */
    private static boolean isNeverTaken(int status) {
        return status >= 400 && status < 500 && !PASSING.contains(status);
    }
}
