// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code FlagUsage}. */
public final class FlagUsage extends Model {

    private FlagUsage(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static FlagUsage fromJson(Object json) {
        return new FlagUsage(json);
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
     * A flag that was deleted and came back is live since then.
     *
     * @return {@code liveSince}
     */
    public Instant liveSince() {
        return instant("liveSince");
    }

    /**
     * Beginning of the hour; null: not since then.
     *
     * @return {@code lastEvaluated}; empty where there is none
     */
    public Optional<Instant> lastEvaluated() {
        return optionalInstant("lastEvaluated");
    }

    /**
     * The field {@code evaluations}.
     *
     * @return {@code evaluations}
     */
    public long evaluations() {
        return integer("evaluations");
    }

    /**
     * The field {@code variations}.
     *
     * @return {@code variations}
     */
    public List<VariationUsage> variations() {
        return list("variations", TypeDecoders.variationUsage());
    }
}
