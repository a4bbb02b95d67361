package dev.dream.sdk;

/**
 * An attempt is about to be made.
 *
 * @param operation its id: {@code tenants.get}
 * @param method of HTTP
 * @param url the address without its query
 * @param attempt from 1
 */
public record RequestEvent(String operation, String method, String url, int attempt) {}
