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
import dev.dream.sdk.params.AuditArchivesListQuery;
import dev.dream.sdk.types.Archive;
import dev.dream.sdk.types.ArchivePage;
import java.util.Set;

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
public final class AuditArchives extends Resource {

    private static final Operation LIST = new Operation(
        "audit.archives.list",
        "GET",
        "/v1/audit/archives",
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
    public AuditArchives(Connection connection) {
        super(connection);
    }

    /**
     * List what was archived or deleted because its time was over, newest first.
     *
     * <p>With {@code X-Tenant-ID}, of one tenant; without, of the environment and all its tenants.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Archive, ArchivePage> list(AuditArchivesListQuery query, RequestOptions options) {
        return pages(LIST, Input.none().query(query), options, TypeDecoders.archive(), TypeDecoders.archivePage());
    }

    /**
     * List what was archived or deleted because its time was over, newest first.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Archive, ArchivePage> list(RequestOptions options) {
        return list(null, options);
    }

    /**
     * List what was archived or deleted because its time was over, newest first.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Archive, ArchivePage> list(AuditArchivesListQuery query) {
        return list(query, null);
    }

    /**
     * List what was archived or deleted because its time was over, newest first.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Archive, ArchivePage> list() {
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

    /** As {@code dream.audit().archives()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * List what was archived or deleted because its time was over, newest first.
         *
         * <p>With {@code X-Tenant-ID}, of one tenant; without, of the environment and all its tenants.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<ArchivePage> list(AuditArchivesListQuery query, RequestOptions options) {
            return rawPages(LIST, Input.none().query(query), options, TypeDecoders.archivePage());
        }

        /**
         * List what was archived or deleted because its time was over, newest first.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<ArchivePage> list(RequestOptions options) {
            return list(null, options);
        }

        /**
         * List what was archived or deleted because its time was over, newest first.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<ArchivePage> list(AuditArchivesListQuery query) {
            return list(query, null);
        }

        /**
         * List what was archived or deleted because its time was over, newest first.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<ArchivePage> list() {
            return list(null, null);
        }
    }
}
