/** Filters for servlets: who is asking, what they may do, and how errors look. */
module dev.dream.sdk.servlet {
    requires transitive dev.dream.sdk;
    requires transitive jakarta.servlet;

    exports dev.dream.sdk.servlet;
}
