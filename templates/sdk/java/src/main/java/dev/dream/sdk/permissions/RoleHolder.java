package dev.dream.sdk.permissions;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/** Who wants to do something: the roles that they have in the tenant, or the claims of their token. */
public final class RoleHolder {

    private final Collection<?> roles;
    /** {@code null} where roles were given. */
    private final TokenClaims claims;

    private RoleHolder(Collection<?> roles, TokenClaims claims) {
        this.roles = roles;
        this.claims = claims;
    }

    /**
     * Whoever has these roles.
     *
     * @param roles their keys; {@code null}, or one that is, leaves the answer to the server
     * @return them
     */
    public static RoleHolder roles(String... roles) {
        return new RoleHolder(roles == null ? null : Arrays.asList(roles.clone()), null);
    }

    /**
     * Whoever has these roles.
     *
     * @param roles their keys; what is no text among them leaves the answer to the server
     * @return them
     */
    public static RoleHolder roles(Collection<?> roles) {
        return new RoleHolder(roles, null);
    }

    /**
     * Whoever has a token with these claims. What a token says of roles is as old as the token.
     *
     * @param claims those of a token that was verified; {@code roleSlugs}, {@code policyVersion} and
     *     {@code accessUntil} are read, and for reports {@code sub} and {@code tenantId}
     * @return them
     */
    public static RoleHolder claims(Map<String, ?> claims) {
        return claims == null ? new RoleHolder(null, null) : new RoleHolder(null, new TokenClaims(claims));
    }

    /** {@code null} where they are no list. */
    Collection<?> roles() {
        return claims == null ? roles : claims.roles();
    }

    TokenClaims claims() {
        return claims;
    }
}
