/** How a client hears of rules: by a stream of changes, or by asking now and then. Not for programs. */
package dev.dream.sdk.flags.updates;
