package dev.dream.sdk;

import java.time.Duration;
import java.util.Optional;

/**
 * One event of a stream.
 *
 * @param id the id that was set last, by this event or one before it, and not taken back since
 * @param event its name; {@code message} where the server names no other
 * @param data its text
 * @param retry how long the server is to be left in peace when the stream ends, where this event sets it
 */
public record ServerEvent(Optional<String> id, String event, String data, Optional<Duration> retry) {}
