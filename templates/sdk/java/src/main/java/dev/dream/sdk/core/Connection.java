package dev.dream.sdk.core;

import dev.dream.sdk.DreamOptions;
import dev.dream.sdk.internal.Engine;
import dev.dream.sdk.internal.UserToken;
import java.util.function.Supplier;

/**
 * What the resources of a client share: its settings, and who is signed in. A resource can be made of one by itself:
 * {@code new Tenants(Connection.open(options))}.
 */
public final class Connection implements AutoCloseable {

    private final Engine engine;

    private Connection(Engine engine) {
        this.engine = engine;
    }

    /**
     * A connection by its settings. Nothing is sent.
     *
     * @param options the settings; what is not given comes from the environment
     * @return a new one
     * @throws dev.dream.sdk.errors.ConfigurationException where a setting cannot be meant
     */
    public static Connection open(DreamOptions options) {
        return new Connection(Engine.open(options));
    }

    /**
     * One that differs in these settings. Whoever is signed in now is signed in there too.
     *
     * @param options what is not given stays as it is
     * @return another one, which ends when this one is closed
     */
    public Connection with(DreamOptions options) {
        return new Connection(engine.with(options));
    }

    /**
     * Signs somebody in for all calls from now on.
     *
     * @param userToken the user's token; {@code null} signs out
     */
    public void setUserToken(String userToken) {
        engine.setUserToken(userToken == null ? null : new UserToken(userToken));
    }

    /**
     * Signs somebody in for all calls from now on.
     *
     * @param userToken asked before every attempt; {@code null} signs out
     */
    public void setUserToken(Supplier<String> userToken) {
        engine.setUserToken(userToken);
    }

    /** Signs out whoever is signed in, for all calls from now on. */
    public void clearUserToken() {
        engine.setUserToken(null);
    }

    /** Ends all calls and lets the connections go. */
    @Override
    public void close() {
        engine.close();
    }

    Engine engine() {
        return engine;
    }
}
