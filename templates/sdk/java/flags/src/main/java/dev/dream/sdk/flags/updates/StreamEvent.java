package dev.dream.sdk.flags.updates;

/**
 * One event of a {@code text/event-stream}.
 *
 * @param type {@code message} where the server names none
 * @param data with line feeds between its lines
 */
record StreamEvent(String type, String data) {}
