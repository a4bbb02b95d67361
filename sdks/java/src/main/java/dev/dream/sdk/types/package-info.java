// Written by dream generate sdk; do not edit.
/** What the server answers with. */
package dev.dream.sdk.types;
