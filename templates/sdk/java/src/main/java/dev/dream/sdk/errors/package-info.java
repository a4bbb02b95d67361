/** Everything that this SDK throws. All of it is a {@link dev.dream.sdk.errors.DreamException}, and none is checked. */
package dev.dream.sdk.errors;
