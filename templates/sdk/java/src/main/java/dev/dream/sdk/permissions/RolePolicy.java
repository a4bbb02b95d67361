package dev.dream.sdk.permissions;

import dev.dream.sdk.json.ToJson;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the roles of an environment grant, in one revision. Immutable, asks nobody, and nothing here throws but
 * {@link #of}.
 */
public final class RolePolicy {

    private final PolicyPayload payload;

    private RolePolicy(PolicyPayload payload) {
        this.payload = payload;
    }

    /**
     * A policy of an answer.
     *
     * @param answer what {@code dream.access().policy()} answers, or its JSON as {@link dev.dream.sdk.json.Json} reads
     *     it
     * @return the policy
     * @throws dev.dream.sdk.errors.ConfigurationException where it is no policy
     */
    public static RolePolicy of(Object answer) {
        Object json = answer instanceof ToJson model ? model.toJson() : answer;
        return new RolePolicy(PolicyPayload.read(json));
    }

    /**
     * What was applied last when this was said.
     *
     * @return counted from 1
     */
    public long revision() {
        return payload.revision();
    }

    /**
     * What the roles grant.
     *
     * @param roles their keys
     * @return each permission with its condition once, sorted by their UTF-16 code units
     */
    public List<GrantedPermission> permissionsOf(Collection<?> roles) {
        return permissionsOf(roles, null);
    }

    /**
     * What the roles grant on a type of resource, and on everything.
     *
     * @param roles their keys
     * @param resourceType {@code invoice}; {@code null}: all types
     * @return each permission with its condition once, sorted by their UTF-16 code units
     */
    public List<GrantedPermission> permissionsOf(Collection<?> roles, String resourceType) {
        if (!areTexts(roles)) return List.of();
        TreeMap<String, GrantedPermission> found = new TreeMap<>();
        for (RoleGrant grant : grantsOf(roles)) {
            String type = grant.parts().resource();
            boolean isOnIt = resourceType == null || type.equals("*") || type.equals(resourceType);
            if (isOnIt) found.put(grant.sortKey(), grant.granted());
        }
        return List.copyOf(found.values());
    }

    /**
     * Whether whoever has these roles in the tenant may do something to resources of the type.
     *
     * @param roles their keys
     * @param permission {@code invoice:approve}
     * @return as for {@link #can(Collection, String, ResourceInHand)}
     */
    public PermissionAnswer can(Collection<?> roles, String permission) {
        return can(roles, permission, null);
    }

    /**
     * Whether whoever has these roles in the tenant may do something. Fit for every request.
     *
     * @param roles their keys
     * @param permission {@code invoice:approve}
     * @param resource what it is wanted of, or {@code null}
     * @return {@code ASK} where only the server can know, or the roles are not texts
     */
    public PermissionAnswer can(Collection<?> roles, String permission, ResourceInHand resource) {
        if (!areTexts(roles)) return PermissionAnswer.ASK;
        PermissionParts asked = PermissionParts.of(permission);
        if (asked == null) return PermissionAnswer.NO;
        List<RoleGrant> grants = grantsOf(roles);
        if (asked.hasWildcard()) return heldAsWritten(grants, asked);
        String type = asked.resource();
        Set<String> scopes = payload.scopes().get(type);
        if (!payload.resourceTypes().getOrDefault(type, Set.of()).contains(asked.action())) return PermissionAnswer.NO;
        if (asked.scope() != null && scopes != null && !scopes.contains(asked.scope())) return PermissionAnswer.NO;
        boolean isInHand = resource != null && resource.isInHand();
        Set<RoleGrant.Applies> ways = new LinkedHashSet<>();
        for (RoleGrant grant : grants) {
            if (grant.parts().isOn(type, asked.action())) ways.add(grant.applies(asked.scope(), scopes, isInHand));
        }
        if (ways.contains(RoleGrant.Applies.ALWAYS)) return PermissionAnswer.YES;
        boolean mayBe = ways.contains(RoleGrant.Applies.PERHAPS) || mayRelate(asked, resource);
        return mayBe ? PermissionAnswer.ASK : PermissionAnswer.NO;
    }

    private static PermissionAnswer heldAsWritten(List<RoleGrant> grants, PermissionParts asked) {
        boolean isHeld = grants
            .stream()
            .anyMatch(grant -> grant.granted().condition().isEmpty() && grant.parts().covers(asked));
        return isHeld ? PermissionAnswer.YES : PermissionAnswer.NO;
    }

    private List<RoleGrant> grantsOf(Collection<?> roles) {
        return new LinkedHashSet<>(roles)
            .stream()
            .flatMap(role ->
                payload
                    .roles()
                    .getOrDefault((String) role, List.of())
                    .stream()
            )
            .toList();
    }

    /** A relation is one to a resource: without an id there is none. */
    private boolean mayRelate(PermissionParts asked, ResourceInHand resource) {
        if (resource == null || resource.id() == null) return false;
        if (payload.relationActions() == null) return true;
        return payload.relationActions().getOrDefault(asked.resource(), Set.of()).contains(asked.action());
    }

    private static boolean areTexts(Collection<?> roles) {
        return roles != null && roles.stream().allMatch(String.class::isInstance);
    }
}
