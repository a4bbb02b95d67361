package dev.dream.sdk.flags.updates;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads server-sent events as the standard says, from bytes that may be cut anywhere: lines are found in bytes, since
 * no byte of a longer character is one of a line's end.
 */
final class EventReader {

    /** An event whose data is longer than this, in bytes, is none of ours. */
    private static final int LONGEST_EVENT = 256 * 1024 * 1024;

    private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,15}");

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<String> data = new ArrayList<>();
    private boolean isFirst = true;
    /** The last byte was a carriage return: a line feed behind it belongs to it. */
    private boolean isAfterReturn;

    private int length;
    private String type = "";
    private double retry;

    /** Milliseconds that the server asks to be left alone before the next connection; 0 where it does not say. */
    double retry() {
        return retry;
    }

    /** Events that are complete now. Throws {@link IllegalStateException} for one that is too long. */
    List<StreamEvent> read(byte[] bytes, int count) {
        List<StreamEvent> events = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < count; at += 1) {
            byte one = bytes[at];
            if (one != '\n' && one != '\r') {
                isAfterReturn = false;
                continue;
            }
            boolean isRest = one == '\n' && isAfterReturn;
            isAfterReturn = one == '\r';
            if (!isRest) {
                line.write(bytes, from, at - from);
                take(line.toString(StandardCharsets.UTF_8), events);
                line.reset();
            }
            from = at + 1;
        }
        line.write(bytes, from, count - from);
        if (length + line.size() > LONGEST_EVENT) throw new IllegalStateException("an event is too long");
        return events;
    }

    private void take(String written, List<StreamEvent> events) {
        String text = isFirst && written.startsWith("\uFEFF") ? written.substring(1) : written;
        isFirst = false;
        if (text.isEmpty()) {
            finish(events);
            return;
        }
        int colon = text.indexOf(':');
        String value = colon < 0 ? "" : text.substring(colon + 1);
        field(colon < 0 ? text : text.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value);
    }

    /** A comment is a field without a name. */
    private void field(String name, String value) {
        if (name.equals("data")) {
            data.add(value);
            length += value.length() + 1;
        } else if (name.equals("event")) {
            type = value;
        } else if (name.equals("retry") && MILLISECONDS.matcher(value).matches()) {
            retry = Long.parseLong(value);
        }
    }

    private void finish(List<StreamEvent> events) {
        if (!data.isEmpty()) events.add(new StreamEvent(type.isEmpty() ? "message" : type, String.join("\n", data)));
        data.clear();
        length = 0;
        type = "";
    }
}
