// Written by dream generate sdk; do not edit.
package dev.dream.sdk.core;

/** Which SDK this is, and which version of the API it was made for. */
public final class Version {

    /** Of the SDK. */
    public static final String VERSION = "0.1.0";
    /** Of the API, a date. */
    public static final String API_VERSION = "2026-11-01";

    private Version() {}
}
