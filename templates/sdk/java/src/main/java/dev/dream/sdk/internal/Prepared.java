package dev.dream.sdk.internal;

import dev.dream.sdk.Abort;
import dev.dream.sdk.core.Operation;
import dev.dream.sdk.core.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What all attempts of a call have alike. {@code address} is without its query, {@code overridden} the names in lower
 * case that the caller set or left out, and {@code maxRetries} 0 where it is not safe to send the request again.
 */
record Prepared(
    Operation operation,
    Origin origin,
    String path,
    String query,
    HeaderFields headers,
    Set<String> overridden,
    byte[] body,
    Duration timeout,
    int maxRetries,
    List<Abort> aborts
) {
    String address() {
        return origin.baseUrl() + path;
    }

    Outgoing outgoing(HeaderFields withCredentials) {
        return new Outgoing(operation.method(), address() + query, withCredentials, body);
    }
}
