/**
 * Filters for {@code jakarta.servlet} 6: who is asking an application, what they may do, and how its errors look. All of
 * it is decided by a {@link dev.dream.sdk.middleware.Middleware}.
 */
package dev.dream.sdk.servlet;
