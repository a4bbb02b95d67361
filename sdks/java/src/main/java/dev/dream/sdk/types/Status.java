// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code Status}. */
public final class Status extends Model {

    private Status(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Status fromJson(Object json) {
        return new Status(json);
    }

    /**
     * The field {@code project}.
     *
     * @return {@code project}
     */
    public String project() {
        return text("project");
    }

    /**
     * The field {@code environment}.
     *
     * @return {@code environment}
     */
    public String environment() {
        return text("environment");
    }

    /**
     * The field {@code mode}.
     *
     * @return {@code mode}
     */
    public ApiKeyMode mode() {
        return object("mode", TypeDecoders.apiKeyMode());
    }

    /**
     * The field {@code protect}.
     *
     * @return {@code protect}
     */
    public boolean protect() {
        return bool("protect");
    }

    /**
     * The field {@code revision}.
     *
     * @return {@code revision}
     */
    public long revision() {
        return integer("revision");
    }

    /**
     * The field {@code lastApply}.
     *
     * @return {@code lastApply}; empty where there is none
     */
    public Optional<RevisionSummary> lastApply() {
        return optionalObject("lastApply", TypeDecoders.revisionSummary());
    }

    /**
     * The field {@code resources}.
     *
     * @return {@code resources}
     */
    public List<ResourceCount> resources() {
        return list("resources", TypeDecoders.resourceCount());
    }

    /**
     * The field {@code conditions}.
     *
     * @return {@code conditions}
     */
    public List<StatusCondition> conditions() {
        return list("conditions", TypeDecoders.statusCondition());
    }
}
