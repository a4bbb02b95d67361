// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;

/** What the server answers with as {@code LoggedRefusal}. */
public final class LoggedRefusal extends Model {

    private LoggedRefusal(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static LoggedRefusal fromJson(Object json) {
        return new LoggedRefusal(json);
    }

    /**
     * The field {@code reason}.
     *
     * @return {@code reason}
     */
    public String reason() {
        return text("reason");
    }

    /**
     * The field {@code missing}.
     *
     * @return {@code missing}
     */
    public String missing() {
        return text("missing");
    }

    /**
     * The field {@code nearMisses}.
     *
     * @return {@code nearMisses}
     */
    public List<NearMiss> nearMisses() {
        return list("nearMisses", TypeDecoders.nearMiss());
    }
}
