// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code LoggedDecisionPart}. */
public final class LoggedDecisionPart extends Model {

    private LoggedDecisionPart(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static LoggedDecisionPart fromJson(Object json) {
        return new LoggedDecisionPart(json);
    }

    /**
     * The field {@code data}.
     *
     * @return {@code data}
     */
    public List<LoggedDecision> data() {
        return list("data", TypeDecoders.loggedDecision());
    }

    /**
     * The field {@code hasMore}.
     *
     * @return {@code hasMore}
     */
    public boolean hasMore() {
        return bool("hasMore");
    }

    /**
     * The field {@code nextCursor}.
     *
     * @return {@code nextCursor}; empty where there is none
     */
    public Optional<String> nextCursor() {
        return optionalText("nextCursor");
    }
}
