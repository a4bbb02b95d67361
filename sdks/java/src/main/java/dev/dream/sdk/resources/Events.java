// Written by dream generate sdk; do not edit.
package dev.dream.sdk.resources;

import dev.dream.sdk.EventStream;
import dev.dream.sdk.Paged;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.core.Auth;
import dev.dream.sdk.core.Connection;
import dev.dream.sdk.core.Input;
import dev.dream.sdk.core.Operation;
import dev.dream.sdk.core.Resource;
import dev.dream.sdk.internal.TypeDecoders;
import dev.dream.sdk.params.EventsListQuery;
import dev.dream.sdk.params.EventsStreamQuery;
import dev.dream.sdk.types.DreamEvent;
import dev.dream.sdk.types.EventPart;
import java.util.Set;

/** Everything that has happened in an environment, as a list and as a stream. */
public final class Events extends Resource {

    private static final Operation GET = new Operation(
        "events.get",
        "GET",
        "/v1/events/{id}",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation LIST = new Operation(
        "events.list",
        "GET",
        "/v1/events",
        Set.of(Auth.SECRET),
        false,
        true,
        "after"
    );
    private static final Operation STREAM = new Operation(
        "events.stream",
        "GET",
        "/v1/events/stream",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );

    /**
     * The operations by a connection of their own.
     *
     * @param connection the client's
     */
    public Events(Connection connection) {
        super(connection);
    }

    /**
     * Get one event.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code events/not-found}.
     *
     * @param id {@code id} of the route
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public DreamEvent get(String id, RequestOptions options) {
        return value(GET, Input.none().path("id", id), options, TypeDecoders.dreamEvent());
    }

    /**
     * Get one event.
     *
     * @param id {@code id} of the route
     * @return what the server answered; {@code null} where that is nothing
     */
    public DreamEvent get(String id) {
        return get(id, null);
    }

    /**
     * List what has happened, oldest first.
     *
     * <p>Events are kept for 90 days. Ask again with {@code after} set to the last {@code nextCursor}: every event
     * comes once, and none is left out, however many are written at the same time. {@code nextCursor} is there at the
     * end too, to go on from later; a part without events may say that there is more. With a tenant, only its own
     * events.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code events/unknown-cursor}, {@code events/unreadable-date}.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<DreamEvent, EventPart> list(EventsListQuery query, RequestOptions options) {
        return parts(LIST, Input.none().query(query), options, TypeDecoders.dreamEvent(), TypeDecoders.eventPart());
    }

    /**
     * List what has happened, oldest first.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<DreamEvent, EventPart> list(RequestOptions options) {
        return list(null, options);
    }

    /**
     * List what has happened, oldest first.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<DreamEvent, EventPart> list(EventsListQuery query) {
        return list(query, null);
    }

    /**
     * List what has happened, oldest first.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<DreamEvent, EventPart> list() {
        return list(null, null);
    }

    /**
     * Follow what happens.
     *
     * <p>Server-sent events, each with the type of the event as its name and a cursor as its id. Without {@code after},
     * {@code since} or {@code Last-Event-ID} it begins with what happens from now on. Whoever comes back with
     * {@code Last-Event-ID} misses nothing that is still kept.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}. The {@code data} of its
     * events is JSON: {@code DreamEvent}, which {@code fromJson} reads.
     *
     * <p>Errors: {@code events/tenant-mismatch}, {@code events/unknown-cursor}, {@code events/unreadable-date}.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return opens when it is read
     */
    public EventStream stream(EventsStreamQuery query, RequestOptions options) {
        return events(STREAM, Input.none().query(query), options);
    }

    /**
     * Follow what happens.
     *
     * @param options of this call, or {@code null}
     * @return opens when it is read
     */
    public EventStream stream(RequestOptions options) {
        return stream(null, options);
    }

    /**
     * Follow what happens.
     *
     * @param query what is asked for, or {@code null}
     * @return opens when it is read
     */
    public EventStream stream(EventsStreamQuery query) {
        return stream(query, null);
    }

    /**
     * Follow what happens.
     *
     * @return opens when it is read
     */
    public EventStream stream() {
        return stream(null, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.events()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Get one event.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code events/not-found}.
         *
         * @param id {@code id} of the route
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<DreamEvent> get(String id, RequestOptions options) {
            return rawValue(GET, Input.none().path("id", id), options, TypeDecoders.dreamEvent());
        }

        /**
         * Get one event.
         *
         * @param id {@code id} of the route
         * @return the answer, with what came around it
         */
        public RawAnswer<DreamEvent> get(String id) {
            return get(id, null);
        }

        /**
         * List what has happened, oldest first.
         *
         * <p>Events are kept for 90 days. Ask again with {@code after} set to the last {@code nextCursor}: every event
         * comes once, and none is left out, however many are written at the same time. {@code nextCursor} is there at
         * the end too, to go on from later; a part without events may say that there is more. With a tenant, only its
         * own events.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code events/unknown-cursor}, {@code events/unreadable-date}.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<EventPart> list(EventsListQuery query, RequestOptions options) {
            return rawParts(LIST, Input.none().query(query), options, TypeDecoders.eventPart());
        }

        /**
         * List what has happened, oldest first.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<EventPart> list(RequestOptions options) {
            return list(null, options);
        }

        /**
         * List what has happened, oldest first.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<EventPart> list(EventsListQuery query) {
            return list(query, null);
        }

        /**
         * List what has happened, oldest first.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<EventPart> list() {
            return list(null, null);
        }

        /**
         * Follow what happens.
         *
         * <p>Server-sent events, each with the type of the event as its name and a cursor as its id. Without
         * {@code after}, {@code since} or {@code Last-Event-ID} it begins with what happens from now on. Whoever comes
         * back with {@code Last-Event-ID} misses nothing that is still kept.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}. The {@code data} of
         * its events is JSON: {@code DreamEvent}, which {@code fromJson} reads.
         *
         * <p>Errors: {@code events/tenant-mismatch}, {@code events/unknown-cursor}, {@code events/unreadable-date}.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<EventStream> stream(EventsStreamQuery query, RequestOptions options) {
            return rawEvents(STREAM, Input.none().query(query), options);
        }

        /**
         * Follow what happens.
         *
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<EventStream> stream(RequestOptions options) {
            return stream(null, options);
        }

        /**
         * Follow what happens.
         *
         * @param query what is asked for, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<EventStream> stream(EventsStreamQuery query) {
            return stream(query, null);
        }

        /**
         * Follow what happens.
         *
         * @return the answer, with what came around it
         */
        public RawAnswer<EventStream> stream() {
            return stream(null, null);
        }
    }
}
