// Written by dream generate sdk; do not edit.
package dev.dream.sdk.resources;

import dev.dream.sdk.ByteStream;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.core.Auth;
import dev.dream.sdk.core.Connection;
import dev.dream.sdk.core.Input;
import dev.dream.sdk.core.Operation;
import dev.dream.sdk.core.Resource;
import dev.dream.sdk.internal.TypeDecoders;
import dev.dream.sdk.params.AuditExportQuery;
import dev.dream.sdk.params.AuditRecordManyBody;
import dev.dream.sdk.params.AuditRestoreBody;
import dev.dream.sdk.params.NewAuditEntry;
import dev.dream.sdk.types.AuditRecordManyResult;
import dev.dream.sdk.types.AuditRestoreResult;
import dev.dream.sdk.types.RecordReceipt;
import java.util.Set;

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
public final class Audit extends Resource {

    private static final Operation EXPORT = new Operation(
        "audit.export",
        "GET",
        "/v1/audit/export",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation RECORD = new Operation(
        "audit.record",
        "POST",
        "/v1/audit/entries",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
    private static final Operation RECORD_MANY = new Operation(
        "audit.recordMany",
        "POST",
        "/v1/audit/entries/batch",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
    private static final Operation RESTORE = new Operation(
        "audit.restore",
        "POST",
        "/v1/audit/restored",
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
    public Audit(Connection connection) {
        super(connection);
    }

    /**
     * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and
     * erasure.
     *
     * @return its operations
     */
    public AuditArchives archives() {
        return new AuditArchives(connection());
    }

    /**
     * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and
     * erasure.
     *
     * @return its operations
     */
    public AuditChains chains() {
        return new AuditChains(connection());
    }

    /**
     * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and
     * erasure.
     *
     * @return its operations
     */
    public AuditCheckpoints checkpoints() {
        return new AuditCheckpoints(connection());
    }

    /**
     * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and
     * erasure.
     *
     * @return its operations
     */
    public AuditEntries entries() {
        return new AuditEntries(connection());
    }

    /**
     * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and
     * erasure.
     *
     * @return its operations
     */
    public AuditKeys keys() {
        return new AuditKeys(connection());
    }

    /**
     * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and
     * erasure.
     *
     * @return its operations
     */
    public AuditPersonal personal() {
        return new AuditPersonal(connection());
    }

    /**
     * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and
     * erasure.
     *
     * @return its operations
     */
    public AuditStreams streams() {
        return new AuditStreams(connection());
    }

    /**
     * Export audit entries.
     *
     * <p>Streams the sealed entries of one chain, oldest first, as far as it goes at this moment: of the tenant, or of
     * the environment itself where none is named. An answer that was cut off has no manifest at its end; it is gone on
     * with by the same request, {@code arrived} and {@code arrivedHash}.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}. Answers with
     * application/x-ndjson, text/csv, text/plain.
     *
     * <p>Errors: {@code audit/other-beginning}, {@code audit/span-reversed}, {@code audit/tenant-mismatch},
     * {@code audit/unknown-tenant}, {@code audit/unreadable-place}.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return asks when it is read
     */
    public ByteStream export(AuditExportQuery query, RequestOptions options) {
        return bytes(EXPORT, Input.none().query(query), options);
    }

    /**
     * Export audit entries.
     *
     * @param options of this call, or {@code null}
     * @return asks when it is read
     */
    public ByteStream export(RequestOptions options) {
        return export(null, options);
    }

    /**
     * Export audit entries.
     *
     * @param query what is asked for, or {@code null}
     * @return asks when it is read
     */
    public ByteStream export(AuditExportQuery query) {
        return export(query, null);
    }

    /**
     * Export audit entries.
     *
     * @return asks when it is read
     */
    public ByteStream export() {
        return export(null, null);
    }

    /**
     * Record an entry.
     *
     * <p>Answered when it lasts. It is sealed into the chain of its tenant within a second.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code audit/impossible-timestamp}, {@code audit/key-reused}, {@code audit/retention-only},
     * {@code audit/tenant-mismatch}, {@code audit/unknown-tenant}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public RecordReceipt record(NewAuditEntry body, RequestOptions options) {
        return value(RECORD, Input.none().body(body), options, TypeDecoders.recordReceipt());
    }

    /**
     * Record an entry.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public RecordReceipt record(NewAuditEntry body) {
        return record(body, null);
    }

    /**
     * Record up to 1,000 entries, all or none of them.
     *
     * <p>Answered when they last, in their order.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code audit/impossible-timestamp}, {@code audit/key-reused}, {@code audit/retention-only},
     * {@code audit/tenant-mismatch}, {@code audit/unknown-tenant}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public AuditRecordManyResult recordMany(AuditRecordManyBody body, RequestOptions options) {
        return value(RECORD_MANY, Input.none().body(body), options, TypeDecoders.auditRecordManyResult());
    }

    /**
     * Record up to 1,000 entries, all or none of them.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public AuditRecordManyResult recordMany(AuditRecordManyBody body) {
        return recordMany(body, null);
    }

    /**
     * Give entries of an archive back for a while.
     *
     * <p>Each line is held against the tree of its chain, which outlives the entries: what is not exactly what was
     * taken out is refused. What was given back already is given back until the moment said now, later or sooner; what
     * was never taken out stays as it is. A request that names a tenant gives entries of its chain back, and of no
     * other.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code audit/not-of-this-chain}, {@code audit/tenant-mismatch}, {@code audit/until-past},
     * {@code audit/until-too-late}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public AuditRestoreResult restore(AuditRestoreBody body, RequestOptions options) {
        return value(RESTORE, Input.none().body(body), options, TypeDecoders.auditRestoreResult());
    }

    /**
     * Give entries of an archive back for a while.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public AuditRestoreResult restore(AuditRestoreBody body) {
        return restore(body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.audit()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Export audit entries.
         *
         * <p>Streams the sealed entries of one chain, oldest first, as far as it goes at this moment: of the tenant, or
         * of the environment itself where none is named. An answer that was cut off has no manifest at its end; it is
         * gone on with by the same request, {@code arrived} and {@code arrivedHash}.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}. Answers with
         * application/x-ndjson, text/csv, text/plain.
         *
         * <p>Errors: {@code audit/other-beginning}, {@code audit/span-reversed}, {@code audit/tenant-mismatch},
         * {@code audit/unknown-tenant}, {@code audit/unreadable-place}.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<ByteStream> export(AuditExportQuery query, RequestOptions options) {
            return rawBytes(EXPORT, Input.none().query(query), options);
        }

        /**
         * Export audit entries.
         *
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<ByteStream> export(RequestOptions options) {
            return export(null, options);
        }

        /**
         * Export audit entries.
         *
         * @param query what is asked for, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<ByteStream> export(AuditExportQuery query) {
            return export(query, null);
        }

        /**
         * Export audit entries.
         *
         * @return the answer, with what came around it
         */
        public RawAnswer<ByteStream> export() {
            return export(null, null);
        }

        /**
         * Record an entry.
         *
         * <p>Answered when it lasts. It is sealed into the chain of its tenant within a second.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code audit/impossible-timestamp}, {@code audit/key-reused}, {@code audit/retention-only},
         * {@code audit/tenant-mismatch}, {@code audit/unknown-tenant}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<RecordReceipt> record(NewAuditEntry body, RequestOptions options) {
            return rawValue(RECORD, Input.none().body(body), options, TypeDecoders.recordReceipt());
        }

        /**
         * Record an entry.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<RecordReceipt> record(NewAuditEntry body) {
            return record(body, null);
        }

        /**
         * Record up to 1,000 entries, all or none of them.
         *
         * <p>Answered when they last, in their order.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code audit/impossible-timestamp}, {@code audit/key-reused}, {@code audit/retention-only},
         * {@code audit/tenant-mismatch}, {@code audit/unknown-tenant}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<AuditRecordManyResult> recordMany(AuditRecordManyBody body, RequestOptions options) {
            return rawValue(RECORD_MANY, Input.none().body(body), options, TypeDecoders.auditRecordManyResult());
        }

        /**
         * Record up to 1,000 entries, all or none of them.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<AuditRecordManyResult> recordMany(AuditRecordManyBody body) {
            return recordMany(body, null);
        }

        /**
         * Give entries of an archive back for a while.
         *
         * <p>Each line is held against the tree of its chain, which outlives the entries: what is not exactly what was
         * taken out is refused. What was given back already is given back until the moment said now, later or sooner;
         * what was never taken out stays as it is. A request that names a tenant gives entries of its chain back, and
         * of no other.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code audit/not-of-this-chain}, {@code audit/tenant-mismatch}, {@code audit/until-past},
         * {@code audit/until-too-late}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<AuditRestoreResult> restore(AuditRestoreBody body, RequestOptions options) {
            return rawValue(RESTORE, Input.none().body(body), options, TypeDecoders.auditRestoreResult());
        }

        /**
         * Give entries of an archive back for a while.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<AuditRestoreResult> restore(AuditRestoreBody body) {
            return restore(body, null);
        }
    }
}
