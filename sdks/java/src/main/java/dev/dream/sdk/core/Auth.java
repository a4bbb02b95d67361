package dev.dream.sdk.core;

/** Who may call an operation. */
public enum Auth {
    /** A server, by a secret key. */
    SECRET,
    /** Anybody, by a publishable key alone. */
    PUBLISHABLE,
    /** Somebody who is signed in, by a publishable key and a user's token. */
    USER,
}
