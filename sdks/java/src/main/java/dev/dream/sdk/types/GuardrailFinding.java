// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code GuardrailFinding}. */
public final class GuardrailFinding extends Model {

    private GuardrailFinding(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static GuardrailFinding fromJson(Object json) {
        return new GuardrailFinding(json);
    }

    /**
     * {@code protect}, {@code requireApproval}, {@code maxDeletes}.
     *
     * @return {@code rule}
     */
    public String rule() {
        return text("rule");
    }

    /**
     * {@code allowed}: over the limit, and let through by its figure. {@code approved}: by the fingerprint.
     *
     * @return {@code outcome}
     */
    public GuardrailFindingOutcome outcome() {
        return object("outcome", TypeDecoders.guardrailFindingOutcome());
    }

    /**
     * The field {@code message}.
     *
     * @return {@code message}
     */
    public String message() {
        return text("message");
    }

    /**
     * The field {@code limit}.
     *
     * @return {@code limit}; empty where there is none
     */
    public Optional<Long> limit() {
        return optionalInteger("limit");
    }

    /**
     * The field {@code figure}.
     *
     * @return {@code figure}; empty where there is none
     */
    public Optional<Long> figure() {
        return optionalInteger("figure");
    }

    /**
     * The field {@code resources}.
     *
     * @return {@code resources}
     */
    public List<ResourceName> resources() {
        return list("resources", TypeDecoders.resourceName());
    }
}
