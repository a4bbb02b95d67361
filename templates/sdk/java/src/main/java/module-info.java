/** The SDK of Dream for Java. It needs nothing but the JDK. */
module dev.dream.sdk {
    requires transitive java.net.http;

    exports dev.dream.sdk;
    exports dev.dream.sdk.core;
    exports dev.dream.sdk.entitlements;
    exports dev.dream.sdk.errors;
    exports dev.dream.sdk.json;
    exports dev.dream.sdk.middleware;
    exports dev.dream.sdk.params;
    exports dev.dream.sdk.permissions;
    exports dev.dream.sdk.resources;
    exports dev.dream.sdk.types;
    exports dev.dream.sdk.webhooks;
}
