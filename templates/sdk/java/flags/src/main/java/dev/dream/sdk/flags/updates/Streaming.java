package dev.dream.sdk.flags.updates;

/**
 * Follows the stream, and comes back to it whenever it ends, until it is ended or the server refuses. While the stream
 * cannot be had, the ruleset is polled.
 */
final class Streaming {

    /** Failed attempts in a row after which the ruleset is polled until a stream works again. */
    private static final int PATIENCE = 2;

    private final Updates updates;
    private final Ending ending;
    /** Polling, for as long as there is no stream; null while there is one. */
    private Ending substitute;

    Streaming(Updates updates, Ending ending) {
        this.updates = updates;
        this.ending = ending;
    }

    void run() {
        RulesetKeeper keeper = updates.keeper();
        int failures = 0;
        boolean isLost = false;
        while (!ending.isOver() && !Thread.currentThread().isInterrupted()) {
            Ending between = substitute == null ? askInBetween() : new Ending();
            StreamConnection connection = new StreamConnection(updates, isLost, works -> {
                between.end();
                if (works) stopSubstitute();
            });
            Attempt attempt = connection.follow(ending);
            between.end();
            if (ending.isOver()) break;
            if (attempt.isRefused()) {
                keeper.turnOff(attempt.problem());
                break;
            }
            isLost = connection.isLost();
            failures = connection.works() && !isLost ? 1 : failures + 1;
            if (substitute == null) keeper.interrupt(attempt.problem());
            if (failures > PATIENCE) startSubstitute();
            ending.sleep(updates.waitAfter(failures, attempt, connection.retry()));
        }
        stopSubstitute();
    }

    /**
     * One question beside a stream that says nothing: something between may let its beginning through and keep the
     * rest, and until that is known no flag would be served.
     */
    private Ending askInBetween() {
        Ending inner = ending.inner();
        Background background = updates.server().background();
        Runnable question = () -> new Polling(updates, inner).once();
        Runnable cancel = background.after(updates.firstWord(), () -> background.start(question));
        inner.onEnd(cancel);
        return inner;
    }

    private void startSubstitute() {
        if (substitute != null) return;
        Ending inner = ending.inner();
        substitute = inner;
        updates
            .server()
            .background()
            .start(() -> new Polling(updates, inner).run());
    }

    private void stopSubstitute() {
        if (substitute != null) substitute.end();
        substitute = null;
    }
}
