package dev.dream.sdk.internal;

import dev.dream.sdk.errors.ResponseException;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Answers whose body is read as it comes. */
final class StreamReaders {

    static final Reader<OpenBody> EVENTS = new Reader<>() {
        @Override
        public String accept() {
            return "text/event-stream";
        }

        @Override
        public boolean isStream() {
            return true;
        }

        @Override
        public OpenBody read(Answer answer, Deadline deadline) throws IOException {
            requireEvents(answer, deadline.redaction());
            deadline.stopClock();
            return new OpenBody(answer, deadline, new byte[0]);
        }
    };

    static final Reader<OpenBody> DOCUMENT = new Reader<>() {
        @Override
        public String accept() {
            return "*/*";
        }

        @Override
        public boolean isStream() {
            return true;
        }

        /** The attempt lasts until the first piece: nothing of a document that never begins was given to anybody. */
        @Override
        public OpenBody read(Answer answer, Deadline deadline) throws IOException {
            byte[] buffer = new byte[8192];
            int count = answer.body().read(buffer);
            deadline.stopClock();
            return new OpenBody(answer, deadline, Arrays.copyOf(buffer, Math.max(count, 0)));
        }
    };

    private static final Pattern EVENT_STREAM = Pattern.compile("(?is)text/event-stream\\s*(?:;.*)?");

    private StreamReaders() {}

    private static void requireEvents(Answer whole, Redaction redaction) throws IOException {
        Answer answer = redaction.clean(whole);
        String type = answer.header("content-type", "no content type");
        if (answer.status() == 204 || EVENT_STREAM.matcher(type).matches()) return;
        String body = redaction.clean(Utf8Pieces.all(answer.body().readAllBytes()));
        String message = "The answer is no stream of events (" + answer.status() + ", " + type + ")";
        throw new ResponseException(message, answer.status(), answer.headers(), body);
    }
}
