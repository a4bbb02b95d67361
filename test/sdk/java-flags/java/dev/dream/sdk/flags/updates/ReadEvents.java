package dev.dream.sdk.flags.updates;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What a client reads of a stream that comes in pieces. */
public final class ReadEvents {
    private ReadEvents() {}

    /** Of pieces in Base64: the events, and what the server asks for as {@code retry}. */
    public static Map<String, Object> of(List<?> pieces) {
        EventReader reader = new EventReader();
        List<Object> events = new ArrayList<>();
        for (Object piece : pieces) {
            byte[] bytes = Base64.getDecoder().decode((String) piece);
            for (StreamEvent event : reader.read(bytes, bytes.length)) {
                events.add(Map.of("type", event.type(), "data", event.data()));
            }
        }
        return Map.of("events", events, "retry", reader.retry());
    }
}
