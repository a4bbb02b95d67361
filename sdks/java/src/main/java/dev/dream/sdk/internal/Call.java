package dev.dream.sdk.internal;

import dev.dream.sdk.Abort;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.core.Input;
import dev.dream.sdk.core.Operation;
import java.util.function.Supplier;

/**
 * A call that can be made, once or more often.
 *
 * @param engine makes it
 * @param operation what is asked
 * @param input what is given to it
 * @param options of this call
 * @param lastEventId of a stream that is opened again; else empty
 * @param ending ends it besides what its options have, or {@code null}
 * @param signedIn gets the token of who was signed in when the call was made, for all of its requests; {@code null} for
 *     nobody. Never who is signed in later: what was begun for a user would go on as the server
 */
public record Call(
    Engine engine,
    Operation operation,
    Input input,
    RequestOptions options,
    String lastEventId,
    Abort ending,
    Supplier<String> signedIn
) {
    /**
     * A call as a program makes it.
     *
     * @param engine makes it
     * @param operation what is asked
     * @param input what is given to it
     * @param options of this call
     */
    public Call(Engine engine, Operation operation, Input input, RequestOptions options) {
        this(engine, operation, input, options, "", null, engine.signedIn());
    }

    <T> RawAnswer<T> send(Reader<T> reader) {
        return engine.send(this, reader);
    }

    /** The same question about another page. */
    Call at(String parameter, Object place) {
        return new Call(engine, operation, input.at(parameter, place), options, lastEventId, ending, signedIn);
    }

    Call from(String eventId) {
        return new Call(engine, operation, input, options, eventId, ending, signedIn);
    }

    Call endedBy(Abort abort) {
        return new Call(engine, operation, input, options, lastEventId, abort, signedIn);
    }
}
