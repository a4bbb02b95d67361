/**
 * What tenants have, kept for a while in this process. The rest of the SDK does not need it.
 *
 * <pre>{@code
 * EntitlementClient entitlements = EntitlementClient.builder(dream).build();
 * if (entitlements.has("acme", "sso")) signInWithSso();
 * }</pre>
 */
package dev.dream.sdk.entitlements;
