// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.Optional;

/** What the server answers with as {@code AlertAction}. */
public final class AlertAction extends Model {

    private AlertAction(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static AlertAction fromJson(Object json) {
        return new AlertAction(json);
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

    /**
     * {@code done}: the event is written, or the call is on its way. {@code handed-on}: whoever runs workflows reads it
     * in the event {@code alert.fired}.
     *
     * @return {@code outcome}
     */
    public AlertActionOutcome outcome() {
        return object("outcome", TypeDecoders.alertActionOutcome());
    }

    /**
     * Why it was impossible.
     *
     * @return {@code reason}; empty where there is none
     */
    public Optional<String> reason() {
        return optionalText("reason");
    }
}
