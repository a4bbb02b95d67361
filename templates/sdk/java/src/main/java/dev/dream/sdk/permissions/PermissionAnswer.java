package dev.dream.sdk.permissions;

/** What a policy says of a permission. */
public enum PermissionAnswer {
    /** The server would allow it, whatever the circumstances. */
    YES,
    /** The server would allow it in no circumstances. */
    NO,
    /** It depends on a condition, a scope or a relation, which only the server can judge. */
    ASK,
}
