// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code Alert}. */
public final class Alert extends Model {

    private Alert(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Alert fromJson(Object json) {
        return new Alert(json);
    }

    /**
     * Key of the AlertRule.
     *
     * @return {@code key}
     */
    public String key() {
        return text("key");
    }

    /**
     * The field {@code name}.
     *
     * @return {@code name}; empty where there is none
     */
    public Optional<String> name() {
        return optionalText("name");
    }

    /**
     * The field {@code severity}.
     *
     * @return {@code severity}
     */
    public AlarmSeverity severity() {
        return object("severity", TypeDecoders.alarmSeverity());
    }

    /**
     * Whether it watches.
     *
     * @return {@code enabled}
     */
    public boolean enabled() {
        return bool("enabled");
    }

    /**
     * The field {@code tags}.
     *
     * @return {@code tags}
     */
    public List<String> tags() {
        return list("tags", Decoders.TEXT);
    }

    /**
     * Null: it was never raised.
     *
     * @return {@code lastFiring}; empty where there is none
     */
    public Optional<AlertFiring> lastFiring() {
        return optionalObject("lastFiring", TypeDecoders.alertFiring());
    }
}
