package dev.dream.sdk.permissions;

import java.util.Collection;

/**
 * How permissions match: {@code resource:action}, {@code resource:action:scope}, or {@code *} for everything, as the
 * server matches them. Nothing here throws; what is no permission grants nothing and is granted by nothing.
 */
public final class Permissions {

    private Permissions() {}

    /**
     * Whether holding the one is enough where the other is asked for.
     *
     * @param granted {@code invoice:*}
     * @param asked {@code invoice:read}; a wildcard in it stands for itself
     * @return whether it is
     */
    public static boolean matches(String granted, String asked) {
        return covers(granted, asked);
    }

    /**
     * Whether one of the permissions that are held covers one of those that are asked for.
     *
     * @param granted what is held
     * @param asked what is asked for; where that is nothing, nothing of it is held
     * @return false too where either is {@code null}
     */
    public static boolean hasAny(Collection<?> granted, Collection<?> asked) {
        return granted != null && asked != null && asked.stream().anyMatch(one -> isCovered(granted, one));
    }

    /**
     * Whether each of the permissions that are asked for is covered by one of those that are held.
     *
     * @param granted what is held
     * @param asked what is asked for; where that is nothing, all of it is held
     * @return false too where either is {@code null}
     */
    public static boolean hasAll(Collection<?> granted, Collection<?> asked) {
        return granted != null && asked != null && asked.stream().allMatch(one -> isCovered(granted, one));
    }

    private static boolean isCovered(Collection<?> granted, Object asked) {
        return granted.stream().anyMatch(held -> covers(held, asked));
    }

    private static boolean covers(Object granted, Object asked) {
        PermissionParts held = PermissionParts.of(granted);
        PermissionParts wanted = PermissionParts.of(asked);
        return held != null && wanted != null && held.covers(wanted);
    }
}
