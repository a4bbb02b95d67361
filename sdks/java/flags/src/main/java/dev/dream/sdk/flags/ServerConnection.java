package dev.dream.sdk.flags;

import dev.dream.sdk.flags.reports.Observer;
import dev.dream.sdk.flags.reports.Reporter;
import dev.dream.sdk.flags.updates.Background;
import dev.dream.sdk.flags.updates.Ending;
import dev.dream.sdk.flags.updates.RulesetServer;
import dev.dream.sdk.flags.updates.Updates;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a client has to do with its server, where it has one. */
final class ServerConnection {

    /** Milliseconds that closing waits for the last report. */
    private static final double LAST_REPORT = 2_000;

    private final Ending ending = new Ending();
    private final Background background = new Background();
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final FlagSettings settings;
    private Reporter reporter;

    ServerConnection(FlagSettings settings) {
        this.settings = settings;
    }

    Ending ending() {
        return ending;
    }

    /** {@code observer}: null where nothing is reported. */
    void start(LiveRules rules, Observer observer) {
        if (settings.bootstrap != null) rules.replace(() -> settings.bootstrap);
        if (settings.server == null) {
            boolean isServed = settings.mode == FlagMode.OFFLINE && settings.bootstrap != null;
            rules.become(isServed ? FlagStatus.VALID : FlagStatus.OFF, settings.problem);
            return;
        }
        RulesetServer server = new RulesetServer(
            settings.server.baseUrl(),
            settings.secretKey,
            settings.http(),
            background,
            settings.timeout,
            settings.clock
        );
        if (observer != null) {
            reporter = new Reporter(server, observer, background, settings.reportInterval, settings.onProblem);
        }
        new Updates(server, rules, settings.pollInterval, settings.waits, settings.silence, settings.firstWord).start(
            settings.mode == FlagMode.STREAMING,
            ending
        );
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
}
