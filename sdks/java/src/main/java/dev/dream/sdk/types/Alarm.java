// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code Alarm}. */
public final class Alarm extends Model {

    private Alarm(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Alarm fromJson(Object json) {
        return new Alarm(json);
    }

    /**
     * {@code alf_…}
     *
     * @return {@code id}
     */
    public String id() {
        return text("id");
    }

    /**
     * Key of the AlertRule, as it was then.
     *
     * @return {@code rule}
     */
    public String rule() {
        return text("rule");
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
     * The field {@code tags}.
     *
     * @return {@code tags}
     */
    public List<String> tags() {
        return list("tags", Decoders.TEXT);
    }

    /**
     * Id of the tenant; null: of the environment as a whole.
     *
     * @return {@code tenant}; empty where there is none
     */
    public Optional<String> tenant() {
        return optionalText("tenant");
    }

    /**
     * Value of the field that the rule looks at entries by; empty where there is none.
     *
     * @return {@code key}
     */
    public String key() {
        return text("key");
    }

    /**
     * Place in the chain of the entry that completed the pattern; of an absence, of the last one before it.
     *
     * @return {@code sequence}
     */
    public long sequence() {
        return integer("sequence");
    }

    /**
     * How many entries or different values; of an absence 0.
     *
     * @return {@code count}
     */
    public long count() {
        return integer("count");
    }

    /**
     * Time of the first entry of the pattern.
     *
     * @return {@code windowStart}
     */
    public Instant windowStart() {
        return instant("windowStart");
    }

    /**
     * The field {@code windowEnd}.
     *
     * @return {@code windowEnd}
     */
    public Instant windowEnd() {
        return instant("windowEnd");
    }

    /**
     * When the pattern was there, by the times of the entries.
     *
     * @return {@code happenedAt}
     */
    public Instant happenedAt() {
        return instant("happenedAt");
    }

    /**
     * When it was found, and the alarm raised.
     *
     * @return {@code firedAt}
     */
    public Instant firedAt() {
        return instant("firedAt");
    }

    /**
     * The field {@code actions}.
     *
     * @return {@code actions}
     */
    public List<AlarmAction> actions() {
        return list("actions", TypeDecoders.alarmAction());
    }
}
