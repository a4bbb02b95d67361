package dev.dream.sdk.internal;

import dev.dream.sdk.DreamOptions;

/** What the process is told from outside. */
final class Environment {

    private Environment() {}

    /** The settings of a client with what its program leaves to the environment. */
    static DreamOptions completed(DreamOptions given) {
        DreamOptions.Builder found = DreamOptions.builder().baseUrl(variable("DREAM_BASE_URL"));
        // A secret key beside the publishable key of the program would make calls of the server of what was meant for
        // users: where it says who it is, the environment has no part in that.
        if (given.secretKey() == null && given.publishableKey() == null) {
            found.secretKey(variable("DREAM_SECRET_KEY")).publishableKey(variable("DREAM_PUBLISHABLE_KEY"));
        }
        return MergedOptions.merge(found.build(), null, given);
    }

    /** A variable of the process, or {@code null}. Empty counts as absent. */
    private static String variable(String name) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
