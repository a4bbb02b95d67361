package dev.dream.sdk.flags;

/** Where a client has its rules from. */
public enum FlagMode {
    /** Changes arrive as they happen; polls while streams cannot be had. */
    STREAMING,
    /** Asks the server now and then. */
    POLLING,
    /** Evaluates the bootstrap and nothing else, without a network. */
    OFFLINE,
}
