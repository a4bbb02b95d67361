package dev.dream.sdk.internal;

import dev.dream.sdk.ServerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code text/event-stream} as the HTML standard does, in pieces of any size. One parser reads one connection.
 */
final class EventParser {

    private final Utf8Pieces decoder = new Utf8Pieces();
    private final StringBuilder line = new StringBuilder();
    private final List<String> data = new ArrayList<>();
    private boolean endedInReturn;
    private String lastEventId;
    private String id;
    private String event = "";
    private Optional<Duration> retry = Optional.empty();
    private Optional<Duration> reconnectAfter = Optional.empty();

    EventParser(String lastEventId) {
        this.lastEventId = lastEventId;
        id = lastEventId;
    }

    /** Of the last event that had one, to go on from; empty where none had. */
    String lastEventId() {
        return lastEventId;
    }

    /** For how long the server asked to be left in peace when the connection ends. */
    Optional<Duration> reconnectAfter() {
        return reconnectAfter;
    }

    /** The events that are whole with this piece. One that is not when the connection ends never happened. */
    List<ServerEvent> read(byte[] bytes, int length) {
        List<ServerEvent> events = new ArrayList<>();
        String text = decoder.next(bytes, length);
        for (int at = 0; at < text.length(); at += 1) {
            char sign = text.charAt(at);
            // The second half of a line end, whose first half may have come with the piece before.
            boolean isSecondHalf = endedInReturn && sign == '\n';
            endedInReturn = sign == '\r';
            if (isSecondHalf) continue;
            if (sign == '\r' || sign == '\n') take(events);
            else line.append(sign);
        }
        return events;
    }

    private void take(List<ServerEvent> events) {
        String whole = line.toString();
        line.setLength(0);
        if (whole.isEmpty()) {
            dispatch(events);
            return;
        }
        int colon = whole.indexOf(':');
        String field = colon < 0 ? whole : whole.substring(0, colon);
        String value = colon < 0 ? "" : whole.substring(colon + 1);
        set(field, value.startsWith(" ") ? value.substring(1) : value);
    }

    private void set(String field, String value) {
        if (field.equals("data")) data.add(value);
        else if (field.equals("event")) event = value;
        else if (field.equals("id") && value.indexOf('\0') < 0) id = value;
        else if (field.equals("retry") && value.matches("[0-9]+")) retry = reconnectAfter = Optional.of(
            milliseconds(value)
        );
    }

    private void dispatch(List<ServerEvent> events) {
        lastEventId = id;
        if (!data.isEmpty()) {
            Optional<String> known = id.isEmpty() ? Optional.empty() : Optional.of(id);
            String name = event.isEmpty() ? "message" : event;
            events.add(new ServerEvent(known, name, String.join("\n", data), retry));
        }
        event = "";
        data.clear();
        retry = Optional.empty();
    }

    /** Of any number of digits; no wait is longer than can be counted. */
    private static Duration milliseconds(String digits) {
        double number = Double.parseDouble(digits);
        return number < Long.MAX_VALUE ? Duration.ofMillis((long) number) : Duration.ofMillis(Long.MAX_VALUE);
    }
}
