package dev.dream.sdk.flags;

/** What a client is. Flags are evaluated in all of these, with whatever is there. */
public enum FlagStatus {
    /** The server has not been heard of yet. */
    INITIALIZING,
    /** What is evaluated is what the server has. */
    VALID,
    /** It was, and the server is not heard of at the moment. */
    INTERRUPTED,
    /** No update will come any more, because the client was closed or its key was refused. */
    OFF,
}
