// Written by dream generate sdk; do not edit.
/** What is sent: bodies, and queries. */
package dev.dream.sdk.params;
