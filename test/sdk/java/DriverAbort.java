import dev.dream.sdk.Abort;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Ends a call by its signal when the case says so. */
final class DriverAbort {

    private final Map<String, Object> when;
    private final Abort signal = Abort.create();

    DriverAbort(Map<String, Object> when) {
        this.when = when;
        if (Boolean.TRUE.equals(when.get("before"))) signal.abort();
        if (when.get("afterMs") instanceof Number after) {
            CompletableFuture.delayedExecutor(after.longValue(), TimeUnit.MILLISECONDS).execute(signal::abort);
        }
    }

    Abort signal() {
        return signal;
    }

    void retried(int count) {
        abortAt("afterRetry", count);
    }

    void came(int count) {
        abortAt("afterItems", count);
    }

    private void abortAt(String what, int count) {
        if (when.get(what) instanceof Number at && at.intValue() == count) signal.abort();
    }
}
