package dev.dream.sdk.flags.updates;

/**
 * How asking the server went. Whoever asks never throws: what went wrong is one of these.
 *
 * @param result what came of it
 * @param problem for developers; null where it was answered
 * @param status of the answer; 0 where there was none that said so
 * @param retryAfter milliseconds that the server asks to be left alone; NaN where it does not say
 */
public record Attempt(Result result, String problem, int status, double retryAfter) {
    /** What an attempt can come to. */
    public enum Result {
        /** As it should be. */
        ANSWERED,
        /** The key is not let in, and will not be by asking again. */
        REFUSED,
        /** Another time it may work. */
        FAILED,
    }

    static final Attempt ANSWERED = new Attempt(Result.ANSWERED, null, 0, Double.NaN);

    static Attempt refused(String problem) {
        return new Attempt(Result.REFUSED, problem, 0, Double.NaN);
    }

    static Attempt failed(String problem) {
        return new Attempt(Result.FAILED, problem, 0, Double.NaN);
    }

    boolean isRefused() {
        return result == Result.REFUSED;
    }

    boolean isAnswered() {
        return result == Result.ANSWERED;
    }
}
