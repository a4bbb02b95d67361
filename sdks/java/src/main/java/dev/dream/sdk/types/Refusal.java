// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;

/** What the server answers with as {@code Refusal}. */
public final class Refusal extends Model {

    private Refusal(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Refusal fromJson(Object json) {
        return new Refusal(json);
    }

    /**
     * The field {@code reason}.
     *
     * @return {@code reason}
     */
    public RefusalReason reason() {
        return object("reason", TypeDecoders.refusalReason());
    }

    /**
     * The permission that would have allowed it.
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

    /**
     * Keys of roles that would grant it, at most 10.
     *
     * @return {@code grantedBy}
     */
    public List<String> grantedBy() {
        return list("grantedBy", Decoders.TEXT);
    }
}
