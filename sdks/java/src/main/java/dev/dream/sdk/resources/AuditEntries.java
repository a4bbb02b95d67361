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
import dev.dream.sdk.params.AuditEntriesFeedQuery;
import dev.dream.sdk.params.AuditEntriesListQuery;
import dev.dream.sdk.params.AuditEntriesStreamQuery;
import dev.dream.sdk.types.AuditEntry;
import dev.dream.sdk.types.AuditEntryPart;
import dev.dream.sdk.types.AuditEntryWithPayload;
import java.util.Set;

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
public final class AuditEntries extends Resource {

    private static final Operation FEED = new Operation(
        "audit.entries.feed",
        "GET",
        "/v1/audit/entries/feed",
        Set.of(Auth.SECRET),
        false,
        true,
        "after"
    );
    private static final Operation GET = new Operation(
        "audit.entries.get",
        "GET",
        "/v1/audit/entries/{id}",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation LIST = new Operation(
        "audit.entries.list",
        "GET",
        "/v1/audit/entries",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation STREAM = new Operation(
        "audit.entries.stream",
        "GET",
        "/v1/audit/entries/stream",
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
    public AuditEntries(Connection connection) {
        super(connection);
    }

    /**
     * Follow audit entries, oldest first.
     *
     * <p>Without {@code after}, no entries but a {@code nextCursor} that stands behind all there are, or where a
     * transaction is under way behind what was written before it began. Ask again with {@code after} set to the last
     * {@code nextCursor}: every entry written since comes once, and none is left out, however many are written at the
     * same time; those of a transaction under way come when it has ended, and what was written after them waits for
     * that. {@code nextCursor} is there at the end too, to go on from later; a part without entries may say that there
     * is more. With {@code X-Tenant-ID}, those of one tenant; without, those of the environment and all its tenants.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code audit/span-reversed}, {@code audit/unreadable-place}.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<AuditEntry, AuditEntryPart> feed(AuditEntriesFeedQuery query, RequestOptions options) {
        return parts(
            FEED,
            Input.none().query(query),
            options,
            TypeDecoders.auditEntry(),
            TypeDecoders.auditEntryPart()
        );
    }

    /**
     * Follow audit entries, oldest first.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<AuditEntry, AuditEntryPart> feed(RequestOptions options) {
        return feed(null, options);
    }

    /**
     * Follow audit entries, oldest first.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<AuditEntry, AuditEntryPart> feed(AuditEntriesFeedQuery query) {
        return feed(query, null);
    }

    /**
     * Follow audit entries, oldest first.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<AuditEntry, AuditEntryPart> feed() {
        return feed(null, null);
    }

    /**
     * Get an audit entry.
     *
     * <p>Together with what is kept apart from it because it is personal, unless that was erased.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code audit/entry-not-found}.
     *
     * @param id {@code aud_…}
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public AuditEntryWithPayload get(String id, RequestOptions options) {
        return value(GET, Input.none().path("id", id), options, TypeDecoders.auditEntryWithPayload());
    }

    /**
     * Get an audit entry.
     *
     * @param id {@code aud_…}
     * @return what the server answered; {@code null} where that is nothing
     */
    public AuditEntryWithPayload get(String id) {
        return get(id, null);
    }

    /**
     * Search audit entries, newest first.
     *
     * <p>Who did what to what, when, from where, and what came of it. With {@code X-Tenant-ID}, those of one tenant;
     * without, those of the environment and all its tenants.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code audit/span-reversed}.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<AuditEntry, AuditEntryPart> list(AuditEntriesListQuery query, RequestOptions options) {
        return parts(
            LIST,
            Input.none().query(query),
            options,
            TypeDecoders.auditEntry(),
            TypeDecoders.auditEntryPart()
        );
    }

    /**
     * Search audit entries, newest first.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<AuditEntry, AuditEntryPart> list(RequestOptions options) {
        return list(null, options);
    }

    /**
     * Search audit entries, newest first.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<AuditEntry, AuditEntryPart> list(AuditEntriesListQuery query) {
        return list(query, null);
    }

    /**
     * Search audit entries, newest first.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<AuditEntry, AuditEntryPart> list() {
        return list(null, null);
    }

    /**
     * Follow the audit entries of a chain.
     *
     * <p>Server-sent events {@code entry}, each with the line that exports have and its sequence as its id, in the
     * order of the chain and without gaps. Whoever comes back with {@code Last-Event-ID} misses nothing; where entries
     * have been deleted by then, an event {@code pruned} says which. Without {@code after} or {@code Last-Event-ID} it
     * begins with what is sealed from now on.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}. The {@code data} of its
     * events is JSON: {@code AuditEntry}, which {@code fromJson} reads.
     *
     * <p>Errors: {@code audit/tenant-mismatch}, {@code audit/unknown-tenant}, {@code audit/unreadable-place}.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return opens when it is read
     */
    public EventStream stream(AuditEntriesStreamQuery query, RequestOptions options) {
        return events(STREAM, Input.none().query(query), options);
    }

    /**
     * Follow the audit entries of a chain.
     *
     * @param options of this call, or {@code null}
     * @return opens when it is read
     */
    public EventStream stream(RequestOptions options) {
        return stream(null, options);
    }

    /**
     * Follow the audit entries of a chain.
     *
     * @param query what is asked for, or {@code null}
     * @return opens when it is read
     */
    public EventStream stream(AuditEntriesStreamQuery query) {
        return stream(query, null);
    }

    /**
     * Follow the audit entries of a chain.
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

    /** As {@code dream.audit().entries()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Follow audit entries, oldest first.
         *
         * <p>Without {@code after}, no entries but a {@code nextCursor} that stands behind all there are, or where a
         * transaction is under way behind what was written before it began. Ask again with {@code after} set to the
         * last {@code nextCursor}: every entry written since comes once, and none is left out, however many are written
         * at the same time; those of a transaction under way come when it has ended, and what was written after them
         * waits for that. {@code nextCursor} is there at the end too, to go on from later; a part without entries may
         * say that there is more. With {@code X-Tenant-ID}, those of one tenant; without, those of the environment and
         * all its tenants.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code audit/span-reversed}, {@code audit/unreadable-place}.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<AuditEntryPart> feed(AuditEntriesFeedQuery query, RequestOptions options) {
            return rawParts(FEED, Input.none().query(query), options, TypeDecoders.auditEntryPart());
        }

        /**
         * Follow audit entries, oldest first.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<AuditEntryPart> feed(RequestOptions options) {
            return feed(null, options);
        }

        /**
         * Follow audit entries, oldest first.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<AuditEntryPart> feed(AuditEntriesFeedQuery query) {
            return feed(query, null);
        }

        /**
         * Follow audit entries, oldest first.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<AuditEntryPart> feed() {
            return feed(null, null);
        }

        /**
         * Get an audit entry.
         *
         * <p>Together with what is kept apart from it because it is personal, unless that was erased.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code audit/entry-not-found}.
         *
         * @param id {@code aud_…}
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<AuditEntryWithPayload> get(String id, RequestOptions options) {
            return rawValue(GET, Input.none().path("id", id), options, TypeDecoders.auditEntryWithPayload());
        }

        /**
         * Get an audit entry.
         *
         * @param id {@code aud_…}
         * @return the answer, with what came around it
         */
        public RawAnswer<AuditEntryWithPayload> get(String id) {
            return get(id, null);
        }

        /**
         * Search audit entries, newest first.
         *
         * <p>Who did what to what, when, from where, and what came of it. With {@code X-Tenant-ID}, those of one
         * tenant; without, those of the environment and all its tenants.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code audit/span-reversed}.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<AuditEntryPart> list(AuditEntriesListQuery query, RequestOptions options) {
            return rawParts(LIST, Input.none().query(query), options, TypeDecoders.auditEntryPart());
        }

        /**
         * Search audit entries, newest first.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<AuditEntryPart> list(RequestOptions options) {
            return list(null, options);
        }

        /**
         * Search audit entries, newest first.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<AuditEntryPart> list(AuditEntriesListQuery query) {
            return list(query, null);
        }

        /**
         * Search audit entries, newest first.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<AuditEntryPart> list() {
            return list(null, null);
        }

        /**
         * Follow the audit entries of a chain.
         *
         * <p>Server-sent events {@code entry}, each with the line that exports have and its sequence as its id, in the
         * order of the chain and without gaps. Whoever comes back with {@code Last-Event-ID} misses nothing; where
         * entries have been deleted by then, an event {@code pruned} says which. Without {@code after} or
         * {@code Last-Event-ID} it begins with what is sealed from now on.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}. The {@code data} of
         * its events is JSON: {@code AuditEntry}, which {@code fromJson} reads.
         *
         * <p>Errors: {@code audit/tenant-mismatch}, {@code audit/unknown-tenant}, {@code audit/unreadable-place}.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<EventStream> stream(AuditEntriesStreamQuery query, RequestOptions options) {
            return rawEvents(STREAM, Input.none().query(query), options);
        }

        /**
         * Follow the audit entries of a chain.
         *
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<EventStream> stream(RequestOptions options) {
            return stream(null, options);
        }

        /**
         * Follow the audit entries of a chain.
         *
         * @param query what is asked for, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<EventStream> stream(AuditEntriesStreamQuery query) {
            return stream(query, null);
        }

        /**
         * Follow the audit entries of a chain.
         *
         * @return the answer, with what came around it
         */
        public RawAnswer<EventStream> stream() {
            return stream(null, null);
        }
    }
}
