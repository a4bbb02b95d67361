// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.internal.TypeDecoders;

/**
 * An event of the type {@code alert.fired}.
 *
 * <p>An alert rule has raised an alarm. A rule may name other types that say the same.
 */
public final class AlarmEvent extends DreamEvent {

    AlarmEvent(Object json) {
        super(json);
    }

    /**
     * What it says.
     *
     * @return {@code data}
     */
    public Alarm data() {
        return object("data", TypeDecoders.alarm());
    }
}
