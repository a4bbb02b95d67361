package dev.dream.sdk.flags.updates;

import java.util.Map;

/**
 * What is asked of a server.
 *
 * @param path below its address
 * @param headers besides the key
 * @param body JSON to be posted; null where the question is a GET
 * @param silence milliseconds in place of the server's, once the answer has begun; NaN for the server's
 */
public record Question(String path, Map<String, String> headers, String body, double silence) {
    /** Where rules are. */
    static final String RULESET = "/v1/flag-ruleset";
    /** Where changes of rules are told. */
    static final String STREAM = "/v1/flag-ruleset/stream";
    /** Where evaluations are reported. */
    private static final String REPORT = "/v1/flag-reports";

    static Question get(String path, Map<String, String> headers) {
        return new Question(path, headers, null, Double.NaN);
    }

    /**
     * Tells the server what was evaluated.
     *
     * @param body JSON
     * @return the question
     */
    public static Question report(String body) {
        return new Question(REPORT, Map.of("content-type", "application/json"), body, Double.NaN);
    }
}
