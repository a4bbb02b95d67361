package dev.dream.sdk.flags;

import java.util.List;

/**
 * Flags answer otherwise.
 *
 * @param keys of flags whose answer may be another now, in alphabetical order
 * @param revision of the environment
 */
public record FlagChange(List<String> keys, long revision) {
    /**
     * A change that nobody can change.
     *
     * @param keys of the flags
     * @param revision of the environment
     */
    public FlagChange {
        keys = List.copyOf(keys);
    }
}
