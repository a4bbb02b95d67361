// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the server answers with as {@code Change}. */
public final class Change extends Model {

    private Change(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Change fromJson(Object json) {
        return new Change(json);
    }

    /**
     * The field {@code action}.
     *
     * @return {@code action}
     */
    public ChangeAction action() {
        return object("action", TypeDecoders.changeAction());
    }

    /**
     * The field {@code kind}.
     *
     * @return {@code kind}
     */
    public String kind() {
        return text("kind");
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
     * The field {@code from}.
     *
     * @return {@code from}; empty where there is none
     */
    public Optional<String> from() {
        return optionalText("from");
    }

    /**
     * The field {@code before}.
     *
     * @return {@code before}; empty where there is none
     */
    public Optional<Map<String, Object>> before() {
        return optionalMap("before", Decoders.JSON);
    }

    /**
     * The field {@code after}.
     *
     * @return {@code after}; empty where there is none
     */
    public Optional<Map<String, Object>> after() {
        return optionalMap("after", Decoders.JSON);
    }

    /**
     * The field {@code beforeHash}.
     *
     * @return {@code beforeHash}; empty where there is none
     */
    public Optional<String> beforeHash() {
        return optionalText("beforeHash");
    }

    /**
     * The field {@code afterHash}.
     *
     * @return {@code afterHash}; empty where there is none
     */
    public Optional<String> afterHash() {
        return optionalText("afterHash");
    }

    /**
     * The field {@code fields}.
     *
     * @return {@code fields}
     */
    public List<ChangedField> fields() {
        return list("fields", TypeDecoders.changedField());
    }

    /**
     * The field {@code impact}.
     *
     * @return {@code impact}
     */
    public Impact impact() {
        return object("impact", TypeDecoders.impact());
    }
}
