package dev.dream.sdk.permissions;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A permission of a role, taken apart. */
record RoleGrant(GrantedPermission granted, PermissionParts parts) {
    /** Whether a grant allows what is asked. */
    enum Applies {
        ALWAYS,
        PERHAPS,
        NEVER,
    }

    /** Nothing for what is no permission: it grants nothing. */
    static Stream<RoleGrant> of(GrantedPermission granted) {
        return Optional.ofNullable(PermissionParts.of(granted.permission()))
            .map(parts -> new RoleGrant(granted, parts))
            .stream();
    }

    /** No permission has a line end or anything that sorts before it, so these texts sort as their pairs do. */
    String sortKey() {
        return granted.permission() + "\n" + granted.condition().orElse("");
    }

    /**
     * Whether it allows what is asked, on whose type and action it is.
     *
     * @param scope the scope that is asked for, or {@code null}
     * @param declared the scopes of the type, or {@code null} where the policy has no entry for it
     */
    Applies applies(String scope, Set<String> declared, boolean isInHand) {
        Applies inScope = inScope(scope, declared, isInHand);
        boolean isConditional = granted.condition().isPresent() && inScope == Applies.ALWAYS;
        return isConditional ? Applies.PERHAPS : inScope;
    }

    private Applies inScope(String asked, Set<String> declared, boolean isInHand) {
        String held = parts.scope();
        if (held == null) return Applies.ALWAYS;
        if (asked == null) {
            // What the type does not declare covers nothing that anybody could tell.
            boolean isTold = declared != null && (held.equals("*") ? !declared.isEmpty() : declared.contains(held));
            return isTold ? Applies.PERHAPS : Applies.NEVER;
        }
        if (!held.equals("*") && !held.equals(asked)) return Applies.NEVER;
        return declared == null || !isInHand ? Applies.ALWAYS : Applies.PERHAPS;
    }
}
