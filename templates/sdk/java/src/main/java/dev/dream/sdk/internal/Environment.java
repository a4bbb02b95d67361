package dev.dream.sdk.internal;

/** What the process is told from outside. */
final class Environment {

    private Environment() {}

    /** A variable of the process, or {@code null}. Empty counts as absent. */
    static String variable(String name) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
