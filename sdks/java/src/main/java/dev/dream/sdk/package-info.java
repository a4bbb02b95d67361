/**
 * The SDK of Dream for Java: {@link dev.dream.sdk.DreamClient clients}, their settings, and the forms of what they
 * give. Everything that is thrown is in {@link dev.dream.sdk.errors}.
 */
package dev.dream.sdk;
