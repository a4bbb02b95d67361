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
import dev.dream.sdk.params.AuditKeysListQuery;
import dev.dream.sdk.types.SigningKey;
import dev.dream.sdk.types.SigningKeyPage;
import java.util.Set;

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
public final class AuditKeys extends Resource {

    private static final Operation LIST = new Operation(
        "audit.keys.list",
        "GET",
        "/v1/audit/keys",
        Set.of(Auth.SECRET),
        false,
        false,
        "cursor"
    );

    /**
     * The operations by a connection of their own.
     *
     * @param connection the client's
     */
    public AuditKeys(Connection connection) {
        super(connection);
    }

    /**
     * List the public keys of the audit chains.
     *
     * <p>By which checkpoints and exports of the environment are signed; the newest first. An older one stays, since
     * what it signed does. Keep a copy where this server cannot change it: it is what a verification rests on. There is
     * none before the first entry, nor on a server without a master key.
     *
     * <p>For a secret key.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<SigningKey, SigningKeyPage> list(AuditKeysListQuery query, RequestOptions options) {
        return pages(
            LIST,
            Input.none().query(query),
            options,
            TypeDecoders.signingKey(),
            TypeDecoders.signingKeyPage()
        );
    }

    /**
     * List the public keys of the audit chains.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<SigningKey, SigningKeyPage> list(RequestOptions options) {
        return list(null, options);
    }

    /**
     * List the public keys of the audit chains.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<SigningKey, SigningKeyPage> list(AuditKeysListQuery query) {
        return list(query, null);
    }

    /**
     * List the public keys of the audit chains.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<SigningKey, SigningKeyPage> list() {
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

    /** As {@code dream.audit().keys()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * List the public keys of the audit chains.
         *
         * <p>By which checkpoints and exports of the environment are signed; the newest first. An older one stays,
         * since what it signed does. Keep a copy where this server cannot change it: it is what a verification rests
         * on. There is none before the first entry, nor on a server without a master key.
         *
         * <p>For a secret key.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<SigningKeyPage> list(AuditKeysListQuery query, RequestOptions options) {
            return rawPages(LIST, Input.none().query(query), options, TypeDecoders.signingKeyPage());
        }

        /**
         * List the public keys of the audit chains.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<SigningKeyPage> list(RequestOptions options) {
            return list(null, options);
        }

        /**
         * List the public keys of the audit chains.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<SigningKeyPage> list(AuditKeysListQuery query) {
            return list(query, null);
        }

        /**
         * List the public keys of the audit chains.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<SigningKeyPage> list() {
            return list(null, null);
        }
    }
}
