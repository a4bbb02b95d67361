package dev.dream.sdk.permissions;

import dev.dream.sdk.errors.AuthorizationException;
import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.errors.ErrorAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** What becomes of a stream that does not go on, and of whoever waits for a question. */
final class StreamChecks {

    private final ScriptedSource source = new ScriptedSource();
    private final ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();
    private final PermissionClientBuilder builder = PermissionClient.builder(source).onProblem(problems::add);

    int refused() {
        source.answer(PermissionChecks.policy(1));
        builder.leastPause = Duration.ofMillis(5);
        source.tell(
            new AuthorizationException(
                new ErrorAnswer(403, "keys/scope", "no", "No.", null, null, null, null, Map.of(), null)
            )
        );
        try (PermissionClient client = builder.refreshInterval(Duration.ofMillis(5)).build()) {
            client.ready();
            source.asked("stream revision.applied");
            int before = source.asked().size();
            return count(source.asked(before + 20), "stream revision.applied");
        }
    }

    /** By a 204 the server says that there will be no more events: it is not asked for them again. */
    int ended() {
        source.answer(PermissionChecks.policy(1));
        builder.leastPause = Duration.ofMillis(5);
        source.tell(ScriptedSource.END);
        try (PermissionClient client = builder.refreshInterval(Duration.ofMillis(5)).build()) {
            client.ready();
            source.asked("stream revision.applied");
            int before = source.asked().size();
            return count(source.asked(before + 20), "stream revision.applied");
        }
    }

    /** Whoever wants a question while one is under way waits for the one after it. */
    static boolean waitsForItsTurn() throws InterruptedException {
        Turns turns = new Turns(Duration.ofHours(1));
        AtomicBoolean isSecondOver = new AtomicBoolean();
        AtomicBoolean seen = new AtomicBoolean();
        turns.begin();
        Thread waiting = new Thread(() -> {
            turns.await();
            seen.set(isSecondOver.get());
        });
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
        turns.finish();
        waiting.join(20);
        turns.begin();
        isSecondOver.set(true);
        turns.finish();
        waiting.join();
        return seen.get();
    }

    boolean reopened() {
        source.answer(PermissionChecks.policy(1));
        builder.leastPause = Duration.ofMillis(5);
        source.tell(new ConnectionException("broken off"));
        try (PermissionClient client = builder.refreshInterval(Duration.ofMillis(5)).build()) {
            List<String> asked = source.asked("stream revision.applied");
            while (count(asked, "stream revision.applied") < 2) asked = source.asked(asked.size() + 1);
            return problems.contains("broken off") && client.ready();
        }
    }

    /** Who is told of a problem may ask for the policy, in the thread that does the asking, and may fail at it. */
    static List<Object> told() {
        ScriptedSource source = new ScriptedSource();
        source.answer(new ConnectionException("away"));
        CompletableFuture<PermissionClient> made = new CompletableFuture<>();
        PermissionClientBuilder builder = PermissionClient.builder(source)
            .withoutStream()
            .onProblem(problem -> {
                source.answer(PermissionChecks.policy(1, "invoice:read"));
                made.join().refresh();
                throw new AssertionError("a listener that fails");
            });
        try (PermissionClient client = builder.build()) {
            made.complete(client);
            boolean isReady = client.ready();
            String known = client.can(RoleHolder.roles("editor"), "invoice:read").name();
            return List.of(isReady, known, client.can(RoleHolder.roles("editor", null), "invoice:read").name());
        }
    }

    private static int count(List<String> asked, String question) {
        return (int) asked.stream().filter(question::equals).count();
    }
}
