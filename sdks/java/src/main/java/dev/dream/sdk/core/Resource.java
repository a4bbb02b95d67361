package dev.dream.sdk.core;

import dev.dream.sdk.ByteStream;
import dev.dream.sdk.EventStream;
import dev.dream.sdk.Paged;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.internal.Call;
import dev.dream.sdk.internal.DocumentStream;
import dev.dream.sdk.internal.FollowedStream;
import dev.dream.sdk.internal.JsonReaders;
import dev.dream.sdk.internal.PagedCalls;
import dev.dream.sdk.internal.Pages;

/** A group of operations. Options may be {@code null} everywhere here. */
public abstract class Resource {

    private final Connection connection;

    /**
     * A group of a client.
     *
     * @param connection the client's
     */
    protected Resource(Connection connection) {
        this.connection = connection;
    }

    /**
     * What all resources of the client share.
     *
     * @return the client's connection
     */
    protected final Connection connection() {
        return connection;
    }

    /**
     * Asks for one thing.
     *
     * @param <T> what is answered
     * @param operation what is asked
     * @param input what is given to it
     * @param options of this call, or {@code null}
     * @param decoder of the answer
     * @return the answer; {@code null} where there is none (204)
     */
    protected final <T> T value(Operation operation, Input input, RequestOptions options, Decoder<T> decoder) {
        return rawValue(operation, input, options, decoder).value();
    }

    /**
     * Asks for one thing, with what came around it.
     *
     * @param <T> what is answered
     * @param operation what is asked
     * @param input what is given to it
     * @param options of this call, or {@code null}
     * @param decoder of the answer
     * @return the answer
     */
    protected final <T> RawAnswer<T> rawValue(
        Operation operation,
        Input input,
        RequestOptions options,
        Decoder<T> decoder
    ) {
        return JsonReaders.value(call(operation, input, options), decoder::decode);
    }

    /**
     * Asks for something to be done.
     *
     * @param operation what is asked
     * @param input what is given to it
     * @param options of this call, or {@code null}
     */
    protected final void nothing(Operation operation, Input input, RequestOptions options) {
        rawNothing(operation, input, options);
    }

    /**
     * Asks for something to be done, and tells what came.
     *
     * @param operation what is asked
     * @param input what is given to it
     * @param options of this call, or {@code null}
     * @return the answer, without a value
     */
    protected final RawAnswer<Void> rawNothing(Operation operation, Input input, RequestOptions options) {
        return JsonReaders.value(call(operation, input, options), json -> null);
    }

    /**
     * A list whose pages have numbers.
     *
     * @param <T> what an item is
     * @param <P> what a page is
     * @param operation what is asked
     * @param input what is given to it
     * @param options of this call, or {@code null}
     * @param item of an item
     * @param page of a page
     * @return asks when it is read
     */
    protected final <T, P> Paged<T, P> pages(
        Operation operation,
        Input input,
        RequestOptions options,
        Decoder<T> item,
        Decoder<P> page
    ) {
        Pages pages = Pages.byNumber(call(operation, input, options));
        return new PagedCalls<>(pages, item::decode, page::decode);
    }

    /**
     * Asks for the first page of a list, with what came around it.
     *
     * @param <P> what a page is
     * @param operation what is asked
     * @param input what is given to it
     * @param options of this call, or {@code null}
     * @param page of a page
     * @return the answer
     */
    protected final <P> RawAnswer<P> rawPages(
        Operation operation,
        Input input,
        RequestOptions options,
        Decoder<P> page
    ) {
        return JsonReaders.page(call(operation, input, options), page::decode);
    }

    /**
     * A list each part of which says where the next begins.
     *
     * @param <T> what an item is
     * @param <P> what a page is
     * @param operation what is asked
     * @param input what is given to it
     * @param options of this call, or {@code null}
     * @param item of an item
     * @param page of a page
     * @return asks when it is read
     */
    protected final <T, P> Paged<T, P> parts(
        Operation operation,
        Input input,
        RequestOptions options,
        Decoder<T> item,
        Decoder<P> page
    ) {
        Pages pages = Pages.byCursor(call(operation, input, options));
        return new PagedCalls<>(pages, item::decode, page::decode);
    }

    /**
     * Asks for the first part of a list, with what came around it.
     *
     * @param <P> what a part is
     * @param operation what is asked
     * @param input what is given to it
     * @param options of this call, or {@code null}
     * @param page of a page
     * @return the answer
     */
    protected final <P> RawAnswer<P> rawParts(
        Operation operation,
        Input input,
        RequestOptions options,
        Decoder<P> page
    ) {
        return rawPages(operation, input, options, page);
    }

    /**
     * A stream of events.
     *
     * @param operation what is asked
     * @param input what is given to it
     * @param options of this call, or {@code null}
     * @return opens when it is iterated over
     */
    protected final EventStream events(Operation operation, Input input, RequestOptions options) {
        return new FollowedStream(call(operation, input, options));
    }

    /**
     * Opens a stream of events.
     *
     * @param operation what is asked
     * @param input what is given to it
     * @param options of this call, or {@code null}
     * @return the answer; its first iteration goes on with this connection
     */
    protected final RawAnswer<EventStream> rawEvents(Operation operation, Input input, RequestOptions options) {
        return FollowedStream.open(call(operation, input, options));
    }

    /**
     * A document.
     *
     * @param operation what is asked
     * @param input what is given to it
     * @param options of this call, or {@code null}
     * @return asks when it is read
     */
    protected final ByteStream bytes(Operation operation, Input input, RequestOptions options) {
        return new DocumentStream(call(operation, input, options));
    }

    /**
     * Asks for a document.
     *
     * @param operation what is asked
     * @param input what is given to it
     * @param options of this call, or {@code null}
     * @return the answer; its first reading reads this one
     */
    protected final RawAnswer<ByteStream> rawBytes(Operation operation, Input input, RequestOptions options) {
        return DocumentStream.open(call(operation, input, options));
    }

    private Call call(Operation operation, Input input, RequestOptions options) {
        RequestOptions given = options == null ? RequestOptions.NONE : options;
        return new Call(connection.engine(), operation, input, given);
    }
}
