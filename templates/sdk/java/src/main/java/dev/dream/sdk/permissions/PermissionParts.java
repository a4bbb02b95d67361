package dev.dream.sdk.permissions;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a permission is made of. {@code *} alone has neither action nor scope, which are {@code null} then.
 *
 * @param resource a type, or {@code *}
 * @param action a name, {@code *} or {@code null}
 * @param scope a name, {@code *} or {@code null}
 */
record PermissionParts(String resource, String action, String scope) {
    private static final PermissionParts EVERYTHING = new PermissionParts("*", null, null);

    private static final Pattern FORM = Pattern.compile(
        "([A-Za-z0-9][A-Za-z0-9._-]*):(\\*|[a-z][a-z0-9_-]*)(?::(\\*|[a-z][a-z0-9_-]*))?"
    );

    /** {@code null} for what is no permission. */
    static PermissionParts of(Object permission) {
        if (!(permission instanceof String text)) return null;
        if (text.equals("*")) return EVERYTHING;
        Matcher found = FORM.matcher(text);
        return found.matches() ? new PermissionParts(found.group(1), found.group(2), found.group(3)) : null;
    }

    /** Whether holding this is enough where the other is asked for. */
    boolean covers(PermissionParts asked) {
        if (resource.equals("*")) return true;
        if (!resource.equals(asked.resource)) return false;
        if (!action.equals("*") && !action.equals(asked.action)) return false;
        if (scope == null) return true;
        // Who is held to a scope never gets what has none, not even by naming every scope there is.
        if (asked.scope == null) return false;
        return scope.equals("*") || scope.equals(asked.scope);
    }

    /** What stands for itself, and no question to the server can be about. */
    boolean hasWildcard() {
        return action == null || action.equals("*") || "*".equals(scope);
    }

    /** Whether it is about this action on this type, in whichever scope. */
    boolean isOn(String type, String wanted) {
        return resource.equals("*") || (resource.equals(type) && (action.equals("*") || action.equals(wanted)));
    }
}
