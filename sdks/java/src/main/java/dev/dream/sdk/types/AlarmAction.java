// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;

/** What the server answers with as {@code AlarmAction}. */
public final class AlarmAction extends Model {

    private AlarmAction(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static AlarmAction fromJson(Object json) {
        return new AlarmAction(json);
    }

    /**
     * The field {@code does}.
     *
     * @return {@code does}
     */
    public AlarmActionDoes does() {
        return object("does", TypeDecoders.alarmActionDoes());
    }

    /**
     * Key of the endpoint or workflow; type of the event.
     *
     * @return {@code target}
     */
    public String target() {
        return text("target");
    }
}
