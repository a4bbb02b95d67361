package dev.dream.sdk.flags.updates;

import dev.dream.sdk.flags.evaluation.VersionedRuleset;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Map;

/** Asks for the ruleset again and again, until it is ended or the server refuses. */
final class Polling {

    private final Updates updates;
    private final Ending ending;

    Polling(Updates updates, Ending ending) {
        this.updates = updates;
        this.ending = ending;
    }

    void run() {
        RulesetKeeper keeper = updates.keeper();
        int failures = 0;
        while (!ending.isOver() && !Thread.currentThread().isInterrupted()) {
            Attempt attempt = once();
            if (ending.isOver()) return;
            if (attempt.isRefused()) {
                keeper.turnOff(attempt.problem());
                return;
            }
            if (attempt.isAnswered()) {
                failures = 0;
                keeper.confirm();
                // A little earlier or later, so that clients that were started together spread over the interval.
                ending.sleep(updates.interval() * (0.9 + Updates.random() / 5));
            } else {
                failures += 1;
                keeper.interrupt(attempt.problem());
                ending.sleep(updates.waitAfter(failures, attempt, 0));
            }
        }
    }

    /** What is held already is not sent again. */
    Attempt once() {
        VersionedRuleset held = updates.keeper().held();
        Map<String, String> headers = held == null ? Map.of() : Map.of("if-none-match", "W/\"" + held.version() + "\"");
        RulesetServer.Reader reader = (answer, body) -> read(answer, body, held != null);
        return updates.server().ask(Question.get(Question.RULESET, headers), ending, reader);
    }

    private Attempt read(HttpResponse<InputStream> answer, InputStream body, boolean mayBeUnchanged)
        throws IOException {
        if (answer.statusCode() == 304 && mayBeUnchanged) return Attempt.ANSWERED;
        VersionedRuleset next = parsed(body.readAllBytes());
        if (next == null) return Attempt.failed("the server sent something that is no ruleset");
        // A stream that came back meanwhile knows better.
        ending.unlessOver(() -> updates.keeper().take(next));
        updates.keeper().announce();
        return Attempt.ANSWERED;
    }

    private static VersionedRuleset parsed(byte[] json) {
        try {
            return VersionedRuleset.read(Json.parse(json));
        } catch (JsonException cause) {
            return null;
        }
    }
}
