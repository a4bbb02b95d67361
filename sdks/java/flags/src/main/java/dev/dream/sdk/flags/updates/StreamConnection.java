package dev.dream.sdk.flags.updates;

import dev.dream.sdk.flags.evaluation.VersionedRuleset;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One connection to the stream, to its end, and what it told before that. */
final class StreamConnection {

    private static final int PIECE = 16 * 1024;

    private final Updates updates;
    private final boolean isFromScratch;
    private final Consumer<Boolean> onWord;
    private final EventReader reader = new EventReader();
    private boolean works;
    private boolean isLost;

    /** {@code onWord} hears of whatever comes, and whether the stream works. */
    StreamConnection(Updates updates, boolean isFromScratch, Consumer<Boolean> onWord) {
        this.updates = updates;
        this.isFromScratch = isFromScratch;
        this.onWord = onWord;
    }

    /** It worked: what is held is right, or was. */
    boolean works() {
        return works;
    }

    /** What it sent did not fit: the next one begins with everything. */
    boolean isLost() {
        return isLost;
    }

    double retry() {
        return reader.retry();
    }

    Attempt follow(Ending ending) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("accept", "text/event-stream"));
        VersionedRuleset held = isFromScratch ? null : updates.keeper().held();
        if (held != null) headers.put("last-event-id", held.version());
        Question question = new Question(Question.STREAM, headers, null, updates.silence());
        return updates.server().ask(question, ending, this::read);
    }

    private Attempt read(HttpResponse<InputStream> answer, InputStream body) throws IOException {
        String type = answer.headers().firstValue("content-type").orElse("");
        if (answer.statusCode() != 200 || !type.startsWith("text/event-stream")) {
            return Attempt.failed("the server sent something that is no stream");
        }
        byte[] piece = new byte[PIECE];
        for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
            List<StreamEvent> events = reader.read(piece, count);
            // Whoever is up to date hears nothing but that the server is there.
            if (events.isEmpty()) heard(updates.keeper().held() != null);
            for (StreamEvent event : events) {
                // Publishable keys are only told that there is something new.
                if (event.type().equals("changed")) return Attempt.refused("the key is for browsers and gets no rules");
                if (!take(event)) return Attempt.failed("an update did not fit what is held");
            }
        }
        return Attempt.failed("the stream ended");
    }

    /** False where it does not fit. */
    private boolean take(StreamEvent event) {
        boolean isUpdate = event.type().equals("put") || event.type().equals("patch");
        if (!isUpdate) {
            heard(updates.keeper().held() != null);
            return true;
        }
        VersionedRuleset next = nextOf(event);
        isLost = next == null;
        works = works || next != null;
        // First, so that nothing that was asked for before takes the place of what came now.
        onWord.accept(works);
        if (next == null) return false;
        updates.keeper().take(next);
        updates.keeper().announce();
        return true;
    }

    private void heard(boolean isRight) {
        works = works || isRight;
        onWord.accept(works);
        if (isRight) updates.keeper().confirm();
    }

    private VersionedRuleset nextOf(StreamEvent event) {
        try {
            Object json = Json.parse(event.data());
            if (event.type().equals("put")) return VersionedRuleset.read(json);
            VersionedRuleset held = updates.keeper().held();
            return held == null ? null : held.patched(json);
        } catch (JsonException cause) {
            return null;
        }
    }
}
