package dev.dream.sdk.core;

import java.util.Set;

/**
 * What the client knows of an operation.
 *
 * @param id {@code audit.entries.list}
 * @param method of HTTP, in capitals
 * @param route {@code /v1/tenants/{tenant}}
 * @param auth who may call it
 * @param isMutation it changes something, so it is only sent again under an {@code Idempotency-Key}
 * @param isAboutTenant it may be about a tenant, which {@code X-Tenant-ID} names
 * @param cursorParameter the parameter of the query that {@code nextCursor} of a list goes into
 */
public record Operation(
    String id,
    String method,
    String route,
    Set<Auth> auth,
    boolean isMutation,
    boolean isAboutTenant,
    String cursorParameter
) {
    /**
     * An operation that changes nothing and is about no tenant.
     *
     * @param id {@code audit.entries.list}
     * @param method of HTTP, in capitals
     * @param route {@code /v1/tenants/{tenant}}
     * @param auth who may call it
     * @return the operation
     */
    public static Operation of(String id, String method, String route, Set<Auth> auth) {
        return new Operation(id, method, route, Set.copyOf(auth), false, false, "cursor");
    }

    /**
     * The same, changing something.
     *
     * @return another operation
     */
    public Operation mutation() {
        return new Operation(id, method, route, auth, true, isAboutTenant, cursorParameter);
    }

    /**
     * The same, perhaps about a tenant.
     *
     * @return another operation
     */
    public Operation aboutTenant() {
        return new Operation(id, method, route, auth, isMutation, true, cursorParameter);
    }

    /**
     * The same, with another name for its cursor.
     *
     * @param parameter of the query
     * @return another operation
     */
    public Operation cursor(String parameter) {
        return new Operation(id, method, route, auth, isMutation, isAboutTenant, parameter);
    }
}
