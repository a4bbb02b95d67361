module consumer {
    requires dev.dream.sdk.flags;
}
