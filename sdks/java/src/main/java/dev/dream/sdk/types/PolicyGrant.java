// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.util.Optional;

/** What the server answers with as {@code PolicyGrant}. */
public final class PolicyGrant extends Model {

    private PolicyGrant(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static PolicyGrant fromJson(Object json) {
        return new PolicyGrant(json);
    }

    /**
     * As it is written: <code>invoice:*</code>.
     *
     * @return {@code permission}
     */
    public String permission() {
        return text("permission");
    }

    /**
     * An expression under which it applies; such a one is not in tokens.
     *
     * @return {@code condition}; empty where there is none
     */
    public Optional<String> condition() {
        return optionalText("condition");
    }
}
