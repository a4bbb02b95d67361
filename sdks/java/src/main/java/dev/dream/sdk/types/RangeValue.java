// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.Optional;

/** What the server answers with as {@code RangeValue}. */
public final class RangeValue extends Model {

    private RangeValue(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static RangeValue fromJson(Object json) {
        return new RangeValue(json);
    }

    /**
     * How much is granted; the long form of the plain number.
     *
     * @return JSON of one of several kinds; {@code null} where there is none
     */
    public Object limit() {
        return json("limit");
    }

    /**
     * How much is granted; the long form of the plain number.
     *
     * @return its value; empty where there is none of this kind
     */
    public Optional<Double> limitAsNumber() {
        return optionalNumber("limit");
    }

    /**
     * How much is granted; the long form of the plain number.
     *
     * @return its value; empty where there is none of this kind
     */
    public Optional<String> limitAsText() {
        return optionalText("limit");
    }

    /**
     * The least a tenant may choose, for {@code range}.
     *
     * @return {@code min}; empty where there is none
     */
    public Optional<Double> min() {
        return optionalNumber("min");
    }

    /**
     * The most a tenant may choose, for {@code range}.
     *
     * @return JSON of one of several kinds; {@code null} where there is none
     */
    public Object max() {
        return json("max");
    }

    /**
     * The most a tenant may choose, for {@code range}.
     *
     * @return its value; empty where there is none of this kind
     */
    public Optional<Double> maxAsNumber() {
        return optionalNumber("max");
    }

    /**
     * The most a tenant may choose, for {@code range}.
     *
     * @return its value; empty where there is none of this kind
     */
    public Optional<String> maxAsText() {
        return optionalText("max");
    }

    /**
     * What happens at the limit on this plan, in place of what the entitlement says.
     *
     * @return {@code whenExceeded}; empty where there is none
     */
    public Optional<EntitlementAccessWhenExceeded> whenExceeded() {
        return optionalObject("whenExceeded", TypeDecoders.entitlementAccessWhenExceeded());
    }
}
