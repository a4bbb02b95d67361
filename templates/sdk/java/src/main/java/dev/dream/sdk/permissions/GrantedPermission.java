package dev.dream.sdk.permissions;

import java.util.Optional;

/**
 * What a role grants, as it is written.
 *
 * @param permission {@code invoice:*}
 * @param condition an expression under which it applies; empty: always
 */
public record GrantedPermission(String permission, Optional<String> condition) {}
