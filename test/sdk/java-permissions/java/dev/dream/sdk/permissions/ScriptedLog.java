package dev.dream.sdk.permissions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.errors.AbortedException;
import dev.dream.sdk.errors.ErrorAnswer;
import dev.dream.sdk.errors.PlatformException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.params.AccessDecisionsReportBody;
import dev.dream.sdk.types.AccessDecisionsReportResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A log that answers as it is told, and writes down what came. Its answers may be held back. */
final class ScriptedLog implements DecisionLog {

    /** What came in one call, its decisions as JSON. */
    record Told(String key, boolean isOfNoTenant, List<?> decisions, int bytes, long at) {}

    private final List<Told> calls = new ArrayList<>();
    /** An answer, or what is thrown; when there is none, all is well. */
    private final Deque<Object> answers = new ArrayDeque<>();
    private boolean isHeldBack;
    private int underWay;
    private int mostUnderWay;

    synchronized ScriptedLog answer(Object... next) {
        answers.addAll(List.of(next));
        return this;
    }

    synchronized void holdBack(boolean next) {
        isHeldBack = next;
        notifyAll();
    }

    synchronized List<Told> calls() {
        return List.copyOf(calls);
    }

    /** Waits until so many calls came. */
    synchronized List<Told> calls(int count) {
        until(() -> calls.size() >= count);
        return List.copyOf(calls);
    }

    /** Waits until no call is under way. */
    synchronized void awaitNone() {
        until(() -> underWay == 0);
    }

    synchronized int mostUnderWay() {
        return mostUnderWay;
    }

    List<Integer> sizes() {
        return calls()
            .stream()
            .map(one -> one.decisions().size())
            .toList();
    }

    @Override
    public synchronized AccessDecisionsReportResult report(AccessDecisionsReportBody body, RequestOptions options) {
        String json = Json.write(body);
        List<?> decisions = (List<?>) ((Map<?, ?>) Json.parse(json)).get("decisions");
        boolean isOfNoTenant = options.tenant() != null && options.tenant().isEmpty();
        calls.add(
            new Told(options.idempotencyKey(), isOfNoTenant, decisions, json.getBytes(UTF_8).length, System.nanoTime())
        );
        underWay += 1;
        mostUnderWay = Math.max(mostUnderWay, underWay);
        notifyAll();
        options.abort().onAbort(this::wake);
        Object answer = answers.poll();
        until(() -> !isHeldBack || options.abort().isAborted());
        underWay -= 1;
        notifyAll();
        if (options.abort().isAborted()) throw new AbortedException("aborted");
        if (answer instanceof RuntimeException failure) throw failure;
        if (answer instanceof Error failure) throw failure;
        return answer == null ? null : AccessDecisionsReportResult.fromJson(answer);
    }

    /** What the server says where something is wrong. */
    static ErrorAnswer wrong(int status, String code) {
        return new ErrorAnswer(status, code, "No.", "No.", null, "req_1", null, null, Map.of(), Map.of());
    }

    static PlatformException refusal(int status) {
        return new PlatformException(wrong(status, "a/b"));
    }

    private synchronized void wake() {
        notifyAll();
    }

    private synchronized void until(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean()) wait();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
