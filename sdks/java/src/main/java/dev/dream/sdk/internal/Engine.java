package dev.dream.sdk.internal;

import dev.dream.sdk.Abort;
import dev.dream.sdk.DreamOptions;
import dev.dream.sdk.RawAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes the calls of a client. */
public final class Engine implements AutoCloseable {

    private final DreamOptions options;
    private final Settings settings;
    private final Transport transport;
    private final boolean isOwner;
    private final Abort ending = Abort.create();
    private final List<Abort> endings;
    private volatile Supplier<String> userToken;

    private Engine(DreamOptions options, Transport shared, List<Abort> endingsOfOthers) {
        this.options = options;
        settings = Settings.read(options);
        isOwner = shared == null;
        transport = isOwner ? new Transport(options.httpClient()) : shared;
        endings = new ArrayList<>(endingsOfOthers);
        endings.add(ending);
        if (options.userToken() != null) setUserToken(options.userToken().orElse(null));
    }

    /**
     * An engine of its own.
     *
     * @param options of the client; what is not given comes from the environment, keys only where none is given
     * @return a new one
     */
    public static Engine open(DreamOptions options) {
        return new Engine(Environment.completed(options), null, List.of());
    }

    /**
     * One that differs in these settings. The environment has no part in it.
     *
     * @param given what is not given stays as it is
     * @return another one, with the same connections
     */
    public Engine with(DreamOptions given) {
        DreamOptions merged = MergedOptions.merge(options, userToken, given);
        return new Engine(merged, given.httpClient() == null ? transport : null, endings);
    }

    /**
     * Signs somebody in, or out.
     *
     * @param userToken gets the token; {@code null} for nobody
     */
    public void setUserToken(Supplier<String> userToken) {
        Credentials.check(userToken, settings);
        this.userToken = userToken;
    }

    /** Ends all calls. Connections are let go by the engine that made them. */
    @Override
    public void close() {
        ending.abort();
        if (isOwner) transport.close();
    }

    Duration maxRetryDelay() {
        return settings.maxRetryDelay();
    }

    List<Abort> endings() {
        return endings;
    }

    /** {@code null}: nobody. */
    Supplier<String> signedIn() {
        return userToken;
    }

    <T> RawAnswer<T> send(Call call, Reader<T> reader) {
        Prepared prepared = Preparation.prepare(call, reader.accept(), settings, endings);
        for (int number = 1; ; number += 1) {
            Attempt<T> attempt = new Attempt<>(prepared, number, reader, settings);
            Attempt.Outcome<T> outcome = attempt.run(transport, call.signedIn());
            if (outcome.answer() != null) return outcome.answer();
            Waiting.wait(outcome.delay(), prepared.aborts());
        }
    }
}
