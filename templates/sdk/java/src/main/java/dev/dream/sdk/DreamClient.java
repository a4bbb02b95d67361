package dev.dream.sdk;

import dev.dream.sdk.core.Connection;
import java.util.function.Supplier;

/**
 * What every client has besides its resources. Clients share nothing, and any number of them live side by side; each is
 * safe for use by many threads.
 */
public abstract class DreamClient implements AutoCloseable {

    private final Connection connection;

    /**
     * A client of a connection.
     *
     * @param connection its settings, and who is signed in
     */
    protected DreamClient(Connection connection) {
        this.connection = connection;
    }

    /**
     * What the resources of this client share.
     *
     * @return its connection
     */
    protected final Connection connection() {
        return connection;
    }

    /**
     * Signs somebody in for all calls from now on.
     *
     * @param userToken the user's token; {@code null} signs out
     * @throws dev.dream.sdk.errors.ConfigurationException where it is a key, or the client has no publishable key
     */
    public final void setUserToken(String userToken) {
        connection.setUserToken(userToken);
    }

    /**
     * Signs somebody in for all calls from now on, by a function.
     *
     * @param userToken asked before every attempt, in a thread of its own; where it gives {@code null}, nobody is
     *     signed in
     * @throws dev.dream.sdk.errors.ConfigurationException where the client has no publishable key
     */
    public final void setUserToken(Supplier<String> userToken) {
        connection.setUserToken(userToken);
    }

    /** Signs out whoever is signed in, for all calls from now on. */
    public final void clearUserToken() {
        connection.clearUserToken();
    }

    /**
     * Ends all calls and streams, those that are made later too, with an
     * {@link dev.dream.sdk.errors.AbortedException}, and lets the HTTP client go: the JDK closes its idle connections,
     * and ends the thread of its own that it has for them, once the garbage collector finds that nobody holds it. One
     * that the program gave stays as it is, for the program to close. Clients that were made of this one by
     * {@code withOptions} end with it; closing one of them leaves this one open.
     */
    @Override
    public final void close() {
        connection.close();
    }
}
