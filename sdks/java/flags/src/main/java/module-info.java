/** Flags, evaluated in this process. It needs nothing but the SDK. */
module dev.dream.sdk.flags {
    requires transitive dev.dream.sdk;

    exports dev.dream.sdk.flags;
}
