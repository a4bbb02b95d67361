// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.core.Decoders;
import java.util.Map;

/** An event of a type that came after this SDK was made. */
public final class UnknownEvent extends DreamEvent {

    UnknownEvent(Object json) {
        super(json);
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
