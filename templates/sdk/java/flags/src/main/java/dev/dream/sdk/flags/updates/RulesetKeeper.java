package dev.dream.sdk.flags.updates;

import dev.dream.sdk.flags.evaluation.VersionedRuleset;

/** Where updates go: the client, as those see it who bring them. May be called from any thread. */
public interface RulesetKeeper {
    /** {@return what is evaluated now; null where there is nothing yet} */
    VersionedRuleset held();

    /**
     * What the server has. Takes the place of what was held, at once and as a whole, unless that is of the same
     * version; the client is up to date. Listeners are told with {@link #announce()}.
     *
     * @param next the rules that hold now
     */
    void take(VersionedRuleset next);

    /** Tells listeners what has come. Never to be called while a lock is held: they may take as long as they want. */
    void announce();

    /** What is held is what the server has. */
    void confirm();

    /**
     * Nothing is heard of the server for the time being.
     *
     * @param problem for developers
     */
    void interrupt(String problem);

    /**
     * The server will not have this client.
     *
     * @param problem for developers
     */
    void turnOff(String problem);
}
