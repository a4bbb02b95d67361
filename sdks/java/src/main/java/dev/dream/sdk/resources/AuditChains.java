// Written by dream generate sdk; do not edit.
package dev.dream.sdk.resources;

import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.core.Auth;
import dev.dream.sdk.core.Connection;
import dev.dream.sdk.core.Input;
import dev.dream.sdk.core.Operation;
import dev.dream.sdk.core.Resource;
import dev.dream.sdk.internal.TypeDecoders;
import dev.dream.sdk.params.AuditChainsGetQuery;
import dev.dream.sdk.types.SignedChainList;
import java.util.Set;

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
public final class AuditChains extends Resource {

    private static final Operation GET = new Operation(
        "audit.chains.get",
        "GET",
        "/v1/audit/chains",
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
    public AuditChains(Connection connection) {
        super(connection);
    }

    /**
     * Get the signed list of the audit chains.
     *
     * <p>Which chains there are at this moment, those of deleted tenants included: the first thing that an export of
     * the whole record asks for, so that a chain that is missing from it shows. The parameters are those of the exports
     * that belong to it; they stand in the list, and all chains are in it whatever they say. Not for a key that has a
     * tenant, which reads no other chain.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code audit/span-reversed}, {@code audit/tenant-mismatch}.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public SignedChainList get(AuditChainsGetQuery query, RequestOptions options) {
        return value(GET, Input.none().query(query), options, TypeDecoders.signedChainList());
    }

    /**
     * Get the signed list of the audit chains.
     *
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public SignedChainList get(RequestOptions options) {
        return get(null, options);
    }

    /**
     * Get the signed list of the audit chains.
     *
     * @param query what is asked for, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public SignedChainList get(AuditChainsGetQuery query) {
        return get(query, null);
    }

    /**
     * Get the signed list of the audit chains.
     *
     * @return what the server answered; {@code null} where that is nothing
     */
    public SignedChainList get() {
        return get(null, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.audit().chains()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Get the signed list of the audit chains.
         *
         * <p>Which chains there are at this moment, those of deleted tenants included: the first thing that an export
         * of the whole record asks for, so that a chain that is missing from it shows. The parameters are those of the
         * exports that belong to it; they stand in the list, and all chains are in it whatever they say. Not for a key
         * that has a tenant, which reads no other chain.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code audit/span-reversed}, {@code audit/tenant-mismatch}.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<SignedChainList> get(AuditChainsGetQuery query, RequestOptions options) {
            return rawValue(GET, Input.none().query(query), options, TypeDecoders.signedChainList());
        }

        /**
         * Get the signed list of the audit chains.
         *
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<SignedChainList> get(RequestOptions options) {
            return get(null, options);
        }

        /**
         * Get the signed list of the audit chains.
         *
         * @param query what is asked for, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<SignedChainList> get(AuditChainsGetQuery query) {
            return get(query, null);
        }

        /**
         * Get the signed list of the audit chains.
         *
         * @return the answer, with what came around it
         */
        public RawAnswer<SignedChainList> get() {
            return get(null, null);
        }
    }
}
