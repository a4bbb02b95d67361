package dev.dream.sdk.permissions;

import dev.dream.sdk.Dream;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.params.AccessDecisionsReportBody;
import dev.dream.sdk.types.AccessDecisionsReportResult;

/** What a {@link DecisionReporter} needs of a server. Safe for use by many threads. */
@FunctionalInterface
public interface DecisionLog {
    /**
     * The log of the server of a client.
     *
     * @param client with a secret key that has the scope {@code decisions:write}; is not closed
     * @return tells it
     */
    static DecisionLog of(Dream client) {
        return (decisions, options) -> client.access().decisions().report(decisions, options);
    }

    /**
     * Writes decisions down. What comes again with the same key is the same, and is written down once.
     *
     * @param decisions of {@code access.decisions.report}
     * @param options with the key, what ends the call, and that decisions which name their tenant go by that alone
     * @return what was made of them
     */
    AccessDecisionsReportResult report(AccessDecisionsReportBody decisions, RequestOptions options);
}
