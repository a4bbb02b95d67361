/**
 * What the resources are made of. Programs need none of it, but for an operation that this SDK has not heard of: a
 * class of their own may extend {@link dev.dream.sdk.core.Resource}.
 */
package dev.dream.sdk.core;
