// Written by dream generate sdk; do not edit.
package dev.dream.sdk.resources;

import dev.dream.sdk.Paged;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.core.Auth;
import dev.dream.sdk.core.Connection;
import dev.dream.sdk.core.Input;
import dev.dream.sdk.core.Operation;
import dev.dream.sdk.core.Resource;
import dev.dream.sdk.internal.TypeDecoders;
import dev.dream.sdk.params.AuditStreamsListQuery;
import dev.dream.sdk.params.AuditStreamsReplayBody;
import dev.dream.sdk.types.AuditStream;
import dev.dream.sdk.types.AuditStreamPage;
import dev.dream.sdk.types.AuditStreamWithChains;
import java.util.Set;

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
public final class AuditStreams extends Resource {

    private static final Operation GET = new Operation(
        "audit.streams.get",
        "GET",
        "/v1/audit/streams/{stream}",
        Set.of(Auth.SECRET),
        false,
        false,
        "cursor"
    );
    private static final Operation LIST = new Operation(
        "audit.streams.list",
        "GET",
        "/v1/audit/streams",
        Set.of(Auth.SECRET),
        false,
        false,
        "cursor"
    );
    private static final Operation REPLAY = new Operation(
        "audit.streams.replay",
        "POST",
        "/v1/audit/streams/{stream}/replay",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );

    /**
     * The operations by a connection of their own.
     *
     * @param connection the client's
     */
    public AuditStreams(Connection connection) {
        super(connection);
    }

    /**
     * Get how a stream of audit entries is doing, chain by chain.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code audit/unknown-stream}.
     *
     * @param stream Key of the AuditStream.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public AuditStreamWithChains get(String stream, RequestOptions options) {
        return value(GET, Input.none().path("stream", stream), options, TypeDecoders.auditStreamWithChains());
    }

    /**
     * Get how a stream of audit entries is doing, chain by chain.
     *
     * @param stream Key of the AuditStream.
     * @return what the server answered; {@code null} where that is nothing
     */
    public AuditStreamWithChains get(String stream) {
        return get(stream, null);
    }

    /**
     * List streams of audit entries by key, and how they are doing.
     *
     * <p>For a secret key.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<AuditStream, AuditStreamPage> list(AuditStreamsListQuery query, RequestOptions options) {
        return pages(
            LIST,
            Input.none().query(query),
            options,
            TypeDecoders.auditStream(),
            TypeDecoders.auditStreamPage()
        );
    }

    /**
     * List streams of audit entries by key, and how they are doing.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<AuditStream, AuditStreamPage> list(RequestOptions options) {
        return list(null, options);
    }

    /**
     * List streams of audit entries by key, and how they are doing.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<AuditStream, AuditStreamPage> list(AuditStreamsListQuery query) {
        return list(query, null);
    }

    /**
     * List streams of audit entries by key, and how they are doing.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<AuditStream, AuditStreamPage> list() {
        return list(null, null);
    }

    /**
     * Send audit entries once more, or try at once.
     *
     * <p>Goes back to an entry and sends everything from there on, as far as it is still kept. Without {@code from} it
     * goes on where it stands, and does not wait for the next try.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code audit/unknown-stream}, {@code audit/unknown-tenant}, {@code audit/unreadable-place}.
     *
     * @param stream Key of the AuditStream.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public AuditStreamWithChains replay(String stream, AuditStreamsReplayBody body, RequestOptions options) {
        return value(
            REPLAY,
            Input.none().path("stream", stream).body(body),
            options,
            TypeDecoders.auditStreamWithChains()
        );
    }

    /**
     * Send audit entries once more, or try at once.
     *
     * @param stream Key of the AuditStream.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public AuditStreamWithChains replay(String stream, AuditStreamsReplayBody body) {
        return replay(stream, body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.audit().streams()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Get how a stream of audit entries is doing, chain by chain.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code audit/unknown-stream}.
         *
         * @param stream Key of the AuditStream.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<AuditStreamWithChains> get(String stream, RequestOptions options) {
            return rawValue(GET, Input.none().path("stream", stream), options, TypeDecoders.auditStreamWithChains());
        }

        /**
         * Get how a stream of audit entries is doing, chain by chain.
         *
         * @param stream Key of the AuditStream.
         * @return the answer, with what came around it
         */
        public RawAnswer<AuditStreamWithChains> get(String stream) {
            return get(stream, null);
        }

        /**
         * List streams of audit entries by key, and how they are doing.
         *
         * <p>For a secret key.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<AuditStreamPage> list(AuditStreamsListQuery query, RequestOptions options) {
            return rawPages(LIST, Input.none().query(query), options, TypeDecoders.auditStreamPage());
        }

        /**
         * List streams of audit entries by key, and how they are doing.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<AuditStreamPage> list(RequestOptions options) {
            return list(null, options);
        }

        /**
         * List streams of audit entries by key, and how they are doing.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<AuditStreamPage> list(AuditStreamsListQuery query) {
            return list(query, null);
        }

        /**
         * List streams of audit entries by key, and how they are doing.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<AuditStreamPage> list() {
            return list(null, null);
        }

        /**
         * Send audit entries once more, or try at once.
         *
         * <p>Goes back to an entry and sends everything from there on, as far as it is still kept. Without {@code from}
         * it goes on where it stands, and does not wait for the next try.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code audit/unknown-stream}, {@code audit/unknown-tenant}, {@code audit/unreadable-place}.
         *
         * @param stream Key of the AuditStream.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<AuditStreamWithChains> replay(
            String stream,
            AuditStreamsReplayBody body,
            RequestOptions options
        ) {
            return rawValue(
                REPLAY,
                Input.none().path("stream", stream).body(body),
                options,
                TypeDecoders.auditStreamWithChains()
            );
        }

        /**
         * Send audit entries once more, or try at once.
         *
         * @param stream Key of the AuditStream.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<AuditStreamWithChains> replay(String stream, AuditStreamsReplayBody body) {
            return replay(stream, body, null);
        }
    }
}
