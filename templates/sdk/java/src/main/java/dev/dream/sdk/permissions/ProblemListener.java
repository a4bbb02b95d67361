package dev.dream.sdk.permissions;

import java.util.function.Consumer;

/** Whoever wants to be told must be able to listen: one that throws, or is none, harms nobody. */
record ProblemListener(Consumer<String> listener) implements Consumer<String> {
    @Override
    public void accept(String problem) {
        try {
            listener.accept(problem);
        } catch (Throwable failure) {
            // Theirs.
        }
    }
}
