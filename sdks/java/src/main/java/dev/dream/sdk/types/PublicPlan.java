// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the server answers with as {@code PublicPlan}. */
public final class PublicPlan extends Model {

    private PublicPlan(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static PublicPlan fromJson(Object json) {
        return new PublicPlan(json);
    }

    /**
     * The field {@code key}.
     *
     * @return {@code key}
     */
    public String key() {
        return text("key");
    }

    /**
     * The field {@code name}.
     *
     * @return {@code name}; empty where there is none
     */
    public Optional<String> name() {
        return optionalText("name");
    }

    /**
     * The field {@code description}.
     *
     * @return {@code description}; empty where there is none
     */
    public Optional<String> description() {
        return optionalText("description");
    }

    /**
     * Decimals as text, by currency and billing cycle.
     *
     * @return {@code prices}; empty where there is none
     */
    public Optional<Map<String, Object>> prices() {
        return optionalMap("prices", Decoders.JSON);
    }

    /**
     * Its length, or an object with {@code length}, {@code card} and {@code then}.
     *
     * @return any JSON; {@code null} where there is none
     */
    public Object trial() {
        return json("trial");
    }

    /**
     * The field {@code seats}.
     *
     * @return {@code seats}; empty where there is none
     */
    public Optional<Map<String, Object>> seats() {
        return optionalMap("seats", Decoders.JSON);
    }

    /**
     * The field {@code usage}.
     *
     * @return {@code usage}; empty where there is none
     */
    public Optional<Map<String, Object>> usage() {
        return optionalMap("usage", Decoders.JSON);
    }

    /**
     * The field {@code tax}.
     *
     * @return {@code tax}; empty where there is none
     */
    public Optional<PublicPlanTax> tax() {
        return optionalObject("tax", TypeDecoders.publicPlanTax());
    }

    /**
     * The field {@code highlights}.
     *
     * @return {@code highlights}; empty where there is none
     */
    public Optional<List<String>> highlights() {
        return optionalList("highlights", Decoders.TEXT);
    }

    /**
     * The field {@code rank}.
     *
     * @return {@code rank}; empty where there is none
     */
    public Optional<Long> rank() {
        return optionalInteger("rank");
    }
}
