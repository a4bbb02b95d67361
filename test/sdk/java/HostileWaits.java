import dev.dream.sdk.Abort;
import dev.dream.sdk.Dream;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.errors.AbortedException;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/** Threads that wait, and what ends their waiting. */
final class HostileWaits {

    static final String EVENTS = HostileServer.begun("200 OK", "data: x\n\n", "Content-Type: text/event-stream");
    private static final String HANGING = HostileServer.begun("200 OK", "{");

    private HostileWaits() {}

    /** Whether the thread was interrupted when the action had thrown. */
    private static boolean isInterruptedAfter(Runnable action) {
        Hostile.thrown(AbortedException.class, action);
        return Thread.currentThread().isInterrupted();
    }

    static void interrupted() throws Exception {
        String later = HostileServer.answer("503 Later", "{}", "Retry-After: 50");
        List<String> answers = List.of("HTTP/1.1 200 O", HANGING, later);
        for (String answer : answers) {
            try (HostileServer server = HostileServer.of(answer); Dream dream = Hostile.client(server).build()) {
                interrupts(server, () -> dream.tenants().get("acme"));
            }
        }
        try (HostileServer server = HostileServer.of(EVENTS); Dream dream = Hostile.client(server).build()) {
            interrupts(server, () ->
                dream
                    .flags()
                    .stream()
                    .forEach(event -> {})
            );
        }
        try (
            HostileServer server = HostileServer.of(HostileServer.begun("200 OK", "line\n"));
            Dream dream = Hostile.client(server).build()
        ) {
            interrupts(server, () -> dream.audit().export().readAllBytes());
        }
        // One that is interrupted already sends nothing.
        try (HostileServer server = HostileServer.of(HANGING); Dream dream = Hostile.client(server).build()) {
            FutureTask<Boolean> early = new FutureTask<>(() -> {
                Thread.currentThread().interrupt();
                return isInterruptedAfter(() -> dream.tenants().get("acme"));
            });
            new Thread(early).start();
            Hostile.check(early.get() && server.unusedAnswers() == 1, "an interrupted thread sent something");
        }
    }

    private static void interrupts(HostileServer server, Runnable action) throws Exception {
        FutureTask<Boolean> waiting = new FutureTask<>(() -> isInterruptedAfter(action));
        Thread thread = new Thread(waiting);
        thread.start();
        server.awaitRequest();
        // Some of what it waits for comes a little after its request.
        Thread.sleep(50);
        thread.interrupt();
        Hostile.check(waiting.get(), "the thread is not interrupted any more");
    }

    static void letGo() throws Exception {
        Semaphore never = new Semaphore(0);
        Dream.Builder hanging = Dream.builder()
            .baseUrl("http://127.0.0.1")
            .publishableKey("pk_test_1")
            .userToken(() -> {
                never.acquireUninterruptibly();
                return "never";
            });
        try (Dream dream = hanging.build()) {
            aborts(abort -> dream.me().get(RequestOptions.builder().abort(abort).build()));
        }
        try (HostileServer server = HostileServer.of(EVENTS); Dream dream = Hostile.client(server).build()) {
            aborts(abort ->
                dream
                    .flags()
                    .stream(RequestOptions.builder().abort(abort).build())
                    .forEach(event -> {})
            );
            server.awaitLeave();
        }
    }

    private interface Abortable {
        void run(Abort abort);
    }

    private static void aborts(Abortable action) throws Exception {
        Abort abort = Abort.create();
        FutureTask<AbortedException> waiting = new FutureTask<>(() ->
            Hostile.thrown(AbortedException.class, () -> action.run(abort))
        );
        new Thread(waiting).start();
        Thread.sleep(50);
        abort.abort();
        waiting.get();
    }
}
