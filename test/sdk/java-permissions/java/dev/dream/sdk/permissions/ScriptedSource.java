package dev.dream.sdk.permissions;

import dev.dream.sdk.EventStream;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.ServerEvent;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.params.AccessCheckBody;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Answers a client's questions from memory, and writes them down. Its answers may be held back. */
final class ScriptedSource implements PermissionSource {

    /** Told in place of an event: the stream ends. */
    static final String END = "end";

    private final List<String> asked = new ArrayList<>();
    /** An event, or what the stream fails with. */
    private final LinkedBlockingQueue<Object> events = new LinkedBlockingQueue<>();
    private Object payload;
    private boolean isAllowed = true;
    private boolean isHeldBack;
    /** {@code null}: there is none. */
    private volatile DecisionLog log;

    /** The payload of a policy, whose etag is its revision; or what is thrown in its place. */
    synchronized void answer(Object next) {
        payload = next;
    }

    ScriptedSource log(DecisionLog next) {
        log = next;
        return this;
    }

    synchronized void allow(boolean next) {
        isAllowed = next;
    }

    synchronized void holdBack(boolean next) {
        isHeldBack = next;
        notifyAll();
    }

    /** A revision was applied, or the stream fails. */
    void tell(Object event) {
        events.add(event);
    }

    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** Waits until so many questions came. */
    synchronized List<String> asked(int count) {
        return until(() -> asked.size() >= count);
    }

    /** Waits until this was asked. */
    synchronized List<String> asked(String question) {
        return until(() -> asked.contains(question));
    }

    @Override
    public synchronized RawAnswer<?> policy(RequestOptions options) {
        String known = options.headers().get("If-None-Match");
        write("policy " + (known == null ? "anew" : known));
        Object answer = payload;
        until(() -> !isHeldBack);
        if (answer instanceof RuntimeException failure) throw failure;
        String etag = answer instanceof Map<?, ?> policy ? "\"" + policy.get("revision") + "\"" : "\"none\"";
        boolean isKnown = etag.equals(known);
        return new RawAnswer<>(isKnown ? null : answer, isKnown ? 304 : 200, Map.of("etag", etag), Optional.empty(), 1);
    }

    @Override
    public synchronized boolean check(AccessCheckBody question, RequestOptions options) {
        write("check " + Json.write(question));
        return isAllowed;
    }

    @Override
    public Optional<DecisionLog> decisions() {
        return Optional.ofNullable(log);
    }

    @Override
    public EventStream events(String types, RequestOptions options) {
        write("stream " + types);
        options.abort().onAbort(() -> events.add(new IllegalStateException("aborted")));
        return new EventStream() {
            @Override
            public Iterator<ServerEvent> iterator() {
                return stream().iterator();
            }

            @Override
            public Stream<ServerEvent> stream() {
                return Stream.generate(ScriptedSource.this::event).takeWhile(Objects::nonNull);
            }

            @Override
            public void close() {}
        };
    }

    /** {@code null}: there will be no more. */
    private ServerEvent event() {
        try {
            Object event = events.take();
            if (event instanceof RuntimeException failure) throw failure;
            if (event.equals(END)) return null;
            return new ServerEvent(Optional.empty(), "revision.applied", "{}", Optional.empty());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private synchronized void write(String question) {
        asked.add(question);
        notifyAll();
    }

    private synchronized List<String> until(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean()) wait();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return List.copyOf(asked);
    }
}
