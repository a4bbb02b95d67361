module consumer {
    requires dev.dream.sdk;
}
