// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the server answers with as {@code Event}. */
public final class Event extends Model {

    private Event(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Event fromJson(Object json) {
        return new Event(json);
    }

    /**
     * {@code evt_…}: the same event has the same id wherever it is told.
     *
     * @return {@code id}
     */
    public String id() {
        return text("id");
    }

    /**
     * {@code flag.updated}
     *
     * @return {@code type}
     */
    public String type() {
        return text("type");
    }

    /**
     * Null: of the environment as a whole.
     *
     * @return {@code tenantId}; empty where there is none
     */
    public Optional<String> tenantId() {
        return optionalText("tenantId");
    }

    /**
     * What it happened to: {@code Flag/checkout}.
     *
     * @return {@code subject}
     */
    public String subject() {
        return text("subject");
    }

    /**
     * The field {@code createdAt}.
     *
     * @return {@code createdAt}
     */
    public Instant createdAt() {
        return instant("createdAt");
    }

    /**
     * What exactly, by type.
     *
     * @return {@code data}
     */
    public Map<String, Object> data() {
        return map("data", Decoders.JSON);
    }
}
