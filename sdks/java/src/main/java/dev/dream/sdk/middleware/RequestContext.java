package dev.dream.sdk.middleware;

import dev.dream.sdk.permissions.ResourceInHand;
import dev.dream.sdk.types.Me;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who is asking, as the server says. Nothing of it can be changed; threads may share it. */
public final class RequestContext {

    private final Decision decision;
    private final Me user;
    private final String requestId;
    private final Map<String, Object> flagContext;

    RequestContext(Me user, String requestId, Decision decision) {
        this.user = user;
        this.requestId = requestId;
        this.decision = decision;
        Map<String, Object> tenant = new LinkedHashMap<>();
        tenant.put("key", user.tenantId());
        tenant.put("plan", user.plan().orElse(null));
        flagContext = Map.of(
            "user",
            Map.of("key", user.id(), "roles", user.roles()),
            "tenant",
            Collections.unmodifiableMap(tenant)
        );
    }

    /** Throws where this user may not do it. */
    @FunctionalInterface
    interface Decision {
        /** {@code resource} may be {@code null}. */
        void authorize(Me user, String permission, ResourceInHand resource);
    }

    /**
     * The user.
     *
     * @return what {@code me.get} answered
     */
    public Me user() {
        return user;
    }

    /**
     * The tenant that the request is about.
     *
     * @return its id
     */
    public String tenantId() {
        return user.tenantId();
    }

    /**
     * What the log of the application calls the request.
     *
     * @return its id
     */
    public String requestId() {
        return requestId;
    }

    /**
     * For {@code FlagContext.of} of flags: the user with their roles, and the tenant with its plan.
     *
     * @return {@code {user: {key, roles}, tenant: {key, plan}}}; cannot be changed
     */
    public Map<String, Object> flagContext() {
        return flagContext;
    }

    /**
     * Goes on where the user may do it to resources of the type.
     *
     * @param permission {@code invoice:approve}
     * @throws dev.dream.sdk.errors.AuthorizationException {@code access/permission-denied} where they may not
     * @throws NotAdmittedException where the server refuses their token by now, or the wait was interrupted
     * @throws dev.dream.sdk.errors.ConfigurationException where it is no permission
     */
    public void authorize(String permission) {
        authorize(permission, null);
    }

    /**
     * Goes on where the user may do it.
     *
     * @param permission {@code invoice:approve}
     * @param resource what it is wanted of, or {@code null}
     * @throws dev.dream.sdk.errors.AuthorizationException {@code access/permission-denied} where they may not
     * @throws NotAdmittedException where the server refuses their token by now, or the wait was interrupted
     * @throws dev.dream.sdk.errors.ConfigurationException where it is no permission
     */
    public void authorize(String permission, ResourceInHand resource) {
        decision.authorize(user, permission, resource);
    }
}
