/**
 * What a flag answers to a context: pure, without a network, and the same in every language. Not for programs, which
 * ask a client.
 */
package dev.dream.sdk.flags.evaluation;
