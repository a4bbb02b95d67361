package dev.dream.sdk.permissions;

import dev.dream.sdk.Abort;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.params.AccessDecisionsReportBody;
import java.util.List;
import java.util.UUID;

/**
 * What one call says. Said again, it is the same with the same key: so nothing is written down twice.
 *
 * @param isNamed whether each of the decisions names its tenant
 */
record DecisionBatch(String key, List<CollectedDecision> decisions, boolean isNamed) {
    static DecisionBatch of(List<CollectedDecision> decisions) {
        return new DecisionBatch(UUID.randomUUID().toString(), decisions, decisions.get(0).tenant() != null);
    }

    int size() {
        return decisions.size();
    }

    AccessDecisionsReportBody body() {
        return AccessDecisionsReportBody.builder()
            .decisions(decisions.stream().map(CollectedDecision::toParams).toList())
            .build();
    }

    RequestOptions options(Abort ending) {
        RequestOptions.Builder options = RequestOptions.builder().idempotencyKey(key).abort(ending);
        // Of a client that has a tenant, the server would refuse what is about another.
        return (isNamed ? options.noTenant() : options).build();
    }
}
