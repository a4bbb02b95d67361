package dev.dream.sdk.internal;

/** A request as it is sent; {@code body} is {@code null} where there is none, {@code address} has the query. */
record Outgoing(String method, String address, HeaderFields headers, byte[] body) {}
