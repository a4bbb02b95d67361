// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the server answers with as {@code Guardrails}. */
public final class Guardrails extends Model {

    private Guardrails(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Guardrails fromJson(Object json) {
        return new Guardrails(json);
    }

    /**
     * The field {@code requireApproval}.
     *
     * @return {@code requireApproval}; empty where there is none
     */
    public Optional<List<ChangeAction>> requireApproval() {
        return optionalList("requireApproval", TypeDecoders.changeAction());
    }

    /**
     * The field {@code limits}.
     *
     * @return {@code limits}
     */
    public Map<String, Long> limits() {
        return map("limits", Decoders.INTEGER);
    }
}
