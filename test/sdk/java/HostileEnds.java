import dev.dream.sdk.ByteStream;
import dev.dream.sdk.Dream;
import dev.dream.sdk.DreamClient;
import dev.dream.sdk.EventStream;
import dev.dream.sdk.ServerEvent;
import dev.dream.sdk.errors.AbortedException;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Streams that are closed, clients that many threads share, and what nobody closes. */
final class HostileEnds {

    private static final String EVENTS = HostileWaits.EVENTS;

    private HostileEnds() {}

    /** Counts events until the stream is at its end. The first of them, or the end, lets those on who wait. */
    static FutureTask<Long> followed(EventStream events, CountDownLatch came) {
        FutureTask<Long> following = new FutureTask<>(() -> {
            long count = 0;
            try {
                for (ServerEvent event : events) {
                    count += event.data().length();
                    came.countDown();
                }
                return count;
            } finally {
                came.countDown();
            }
        });
        new Thread(following).start();
        return following;
    }

    static void closed() throws Exception {
        try (HostileServer server = HostileServer.of(EVENTS); Dream dream = Hostile.client(server).build()) {
            EventStream events = dream.flags().stream();
            CountDownLatch came = new CountDownLatch(1);
            FutureTask<Long> following = followed(events, came);
            came.await();
            events.close();
            Hostile.check(following.get() == 1, "more than one event");
            server.awaitLeave();
        }
        // Who closes the client need not be who follows the stream, and who follows it is told.
        try (HostileServer server = HostileServer.of(EVENTS)) {
            CountDownLatch came = new CountDownLatch(1);
            FutureTask<Long> following;
            try (Dream dream = Hostile.client(server).build()) {
                following = followed(dream.flags().stream(), came);
                came.await();
            }
            Hostile.check(causeOf(following) instanceof AbortedException, "no AbortedException");
            server.awaitLeave();
        }
        // A loop that is left closes nothing by itself; try-with-resources does.
        try (HostileServer server = HostileServer.of(EVENTS); Dream dream = Hostile.client(server).build()) {
            try (EventStream events = dream.flags().stream()) {
                Hostile.check(events.iterator().next().data().equals("x"), "no event");
            }
            server.awaitLeave();
        }
        try (
            HostileServer server = HostileServer.of(HostileServer.begun("200 OK", "line\n"));
            Dream dream = Hostile.client(server).build()
        ) {
            try (ByteStream export = dream.audit().export()) {
                Hostile.check(export.inputStream().read() == 'l', "no byte");
            }
            server.awaitLeave();
        }
    }

    /** A client that lives long keeps nothing of the streams and documents that were closed, be they unread. */
    static void forgotten() throws Exception {
        String document = HostileServer.begun("200 OK", "line\n");
        String[] answers = { EVENTS, EVENTS, document, document };
        try (HostileServer server = HostileServer.of(answers); Dream dream = Hostile.client(server).build()) {
            try (EventStream read = dream.flags().stream()) {
                Hostile.check(read.iterator().next().data().equals("x"), "no event");
            }
            dream.flags().withRaw().stream().value().close();
            try (ByteStream read = dream.audit().export()) {
                Hostile.check(read.inputStream().read() == 'l', "no byte");
            }
            dream.audit().withRaw().export().value().close();
            Object kept = dream;
            for (String name : List.of("connection", "engine", "ending", "listeners")) kept = field(kept, name);
            Hostile.check(((Collection<?>) kept).isEmpty() && server.unusedAnswers() == 0, kept);
        }
    }

    private static Object field(Object holder, String name) throws ReflectiveOperationException {
        boolean isClient = holder instanceof Dream;
        Field field = (isClient ? DreamClient.class : holder.getClass()).getDeclaredField(name);
        field.setAccessible(true);
        return field.get(holder);
    }

    private static Throwable causeOf(FutureTask<?> task) throws InterruptedException {
        try {
            task.get();
            return null;
        } catch (ExecutionException thrown) {
            return thrown.getCause();
        }
    }

    static void crowd() throws Exception {
        List<String> answers = Collections.nCopies(200, HostileServer.answer("200 OK", Hostile.TENANT));
        try (HostileServer server = new HostileServer(answers); Dream dream = Hostile.client(server).build()) {
            List<FutureTask<Long>> tasks = Stream.generate(() -> new FutureTask<>(() -> gets(dream)))
                .limit(20)
                .toList();
            tasks.forEach(task -> new Thread(task).start());
            long all = 0;
            for (FutureTask<Long> task : tasks) all += task.get();
            Hostile.check(all == 200, all);
        }
    }

    private static long gets(Dream dream) {
        return IntStream.range(0, 10)
            .filter(nth -> dream.tenants().get("acme").id().equals("acme"))
            .count();
    }

    /** A client and a stream that nobody closes, and a server that stays. */
    static void leftOpen() throws Exception {
        HostileServer server = HostileServer.of(EVENTS);
        Dream dream = Hostile.client(server).timeout(Duration.ofSeconds(20)).build();
        Iterator<ServerEvent> events = dream.flags().stream().iterator();
        Hostile.check(events.next().data().equals("x"), "no event");
    }
}
