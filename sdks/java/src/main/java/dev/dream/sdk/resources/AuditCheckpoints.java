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
import dev.dream.sdk.params.AuditCheckpointsListQuery;
import dev.dream.sdk.types.Checkpoint;
import dev.dream.sdk.types.CheckpointPart;
import java.util.Set;

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
public final class AuditCheckpoints extends Resource {

    private static final Operation LIST = new Operation(
        "audit.checkpoints.list",
        "GET",
        "/v1/audit/checkpoints",
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
    public AuditCheckpoints(Connection connection) {
        super(connection);
    }

    /**
     * List the signed checkpoints of an audit chain.
     *
     * <p>What was signed of the chain of the tenant of {@code X-Tenant-ID}, or of that of the environment itself; the
     * newest first. Whoever keeps one elsewhere can show later that the chain was neither made anew nor cut off before
     * it.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Checkpoint, CheckpointPart> list(AuditCheckpointsListQuery query, RequestOptions options) {
        return parts(
            LIST,
            Input.none().query(query),
            options,
            TypeDecoders.checkpoint(),
            TypeDecoders.checkpointPart()
        );
    }

    /**
     * List the signed checkpoints of an audit chain.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Checkpoint, CheckpointPart> list(RequestOptions options) {
        return list(null, options);
    }

    /**
     * List the signed checkpoints of an audit chain.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Checkpoint, CheckpointPart> list(AuditCheckpointsListQuery query) {
        return list(query, null);
    }

    /**
     * List the signed checkpoints of an audit chain.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Checkpoint, CheckpointPart> list() {
        return list(null, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.audit().checkpoints()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * List the signed checkpoints of an audit chain.
         *
         * <p>What was signed of the chain of the tenant of {@code X-Tenant-ID}, or of that of the environment itself;
         * the newest first. Whoever keeps one elsewhere can show later that the chain was neither made anew nor cut off
         * before it.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<CheckpointPart> list(AuditCheckpointsListQuery query, RequestOptions options) {
            return rawParts(LIST, Input.none().query(query), options, TypeDecoders.checkpointPart());
        }

        /**
         * List the signed checkpoints of an audit chain.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<CheckpointPart> list(RequestOptions options) {
            return list(null, options);
        }

        /**
         * List the signed checkpoints of an audit chain.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<CheckpointPart> list(AuditCheckpointsListQuery query) {
            return list(query, null);
        }

        /**
         * List the signed checkpoints of an audit chain.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<CheckpointPart> list() {
            return list(null, null);
        }
    }
}
