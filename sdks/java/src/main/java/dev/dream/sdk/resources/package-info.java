// Written by dream generate sdk; do not edit.
/** The operations of the API, by resource. */
package dev.dream.sdk.resources;
