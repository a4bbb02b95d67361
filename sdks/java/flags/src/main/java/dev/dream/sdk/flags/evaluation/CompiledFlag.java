package dev.dream.sdk.flags.evaluation;

import java.util.Map;

/**
 * A flag, ready to be asked.
 *
 * @param invalid what it answers to a context that is none, or that fails while it is read
 */
record CompiledFlag(String key, Answer answer, boolean isClientSide, Outcome invalid) {
    Outcome to(Object context, java.util.function.LongSupplier clock) {
        try {
            if (context == null) return answer.to(new Asked(Map.of(), clock));
            return context instanceof Map<?, ?> map ? answer.to(new Asked(map, clock)) : invalid;
        } catch (Throwable failure) {
            // A map or a clock of the program's own may throw whatever it likes.
            return invalid;
        }
    }
}
