package dev.dream.sdk.flags;

import java.util.Optional;

/**
 * What a client has become.
 *
 * @param status what it is now
 * @param problem for developers: why it is not {@link FlagStatus#VALID}, where that is known
 */
public record FlagStatusChange(FlagStatus status, Optional<String> problem) {}
