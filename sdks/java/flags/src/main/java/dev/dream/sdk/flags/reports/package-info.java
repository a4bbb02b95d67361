/** What is told to the server of evaluations: counts, a sample of contexts, and exposures. Not for programs. */
package dev.dream.sdk.flags.reports;
