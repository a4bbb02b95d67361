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
import dev.dream.sdk.params.RelationshipsListQuery;
import dev.dream.sdk.params.RelationshipsWriteBody;
import dev.dream.sdk.types.Relationship;
import dev.dream.sdk.types.RelationshipPage;
import dev.dream.sdk.types.RelationshipsWritten;
import java.util.Set;

/** Who is what to which resource of a tenant: the owner of an invoice, the parent of a folder. */
public final class Relationships extends Resource {

    private static final Operation LIST = new Operation(
        "relationships.list",
        "GET",
        "/v1/tenants/{tenant}/relationships",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation WRITE = new Operation(
        "relationships.write",
        "POST",
        "/v1/tenants/{tenant}/relationships",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );

    /**
     * The operations by a connection of their own.
     *
     * @param connection the client's
     */
    public Relationships(Connection connection) {
        super(connection);
    }

    /**
     * List relationships of a tenant, by resource.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code tenants/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Relationship, RelationshipPage> list(
        String tenant,
        RelationshipsListQuery query,
        RequestOptions options
    ) {
        return pages(
            LIST,
            Input.none().path("tenant", tenant).query(query),
            options,
            TypeDecoders.relationship(),
            TypeDecoders.relationshipPage()
        );
    }

    /**
     * List relationships of a tenant, by resource.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Relationship, RelationshipPage> list(String tenant, RequestOptions options) {
        return list(tenant, null, options);
    }

    /**
     * List relationships of a tenant, by resource.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Relationship, RelationshipPage> list(String tenant, RelationshipsListQuery query) {
        return list(tenant, query, null);
    }

    /**
     * List relationships of a tenant, by resource.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Relationship, RelationshipPage> list(String tenant) {
        return list(tenant, null, null);
    }

    /**
     * Add and remove relationships, all or none of them.
     *
     * <p>May be repeated without effect. Types and relations are those that the live ResourceTypes declare.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code relationships/subject-not-allowed}, {@code relationships/unknown-relation},
     * {@code relationships/unknown-type}, {@code tenants/not-found}.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public RelationshipsWritten write(String tenant, RelationshipsWriteBody body, RequestOptions options) {
        return value(
            WRITE,
            Input.none().path("tenant", tenant).body(body),
            options,
            TypeDecoders.relationshipsWritten()
        );
    }

    /**
     * Add and remove relationships, all or none of them.
     *
     * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public RelationshipsWritten write(String tenant, RelationshipsWriteBody body) {
        return write(tenant, body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.relationships()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * List relationships of a tenant, by resource.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code tenants/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<RelationshipPage> list(String tenant, RelationshipsListQuery query, RequestOptions options) {
            return rawPages(
                LIST,
                Input.none().path("tenant", tenant).query(query),
                options,
                TypeDecoders.relationshipPage()
            );
        }

        /**
         * List relationships of a tenant, by resource.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<RelationshipPage> list(String tenant, RequestOptions options) {
            return list(tenant, null, options);
        }

        /**
         * List relationships of a tenant, by resource.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<RelationshipPage> list(String tenant, RelationshipsListQuery query) {
            return list(tenant, query, null);
        }

        /**
         * List relationships of a tenant, by resource.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @return the first page, with what came around it
         */
        public RawAnswer<RelationshipPage> list(String tenant) {
            return list(tenant, null, null);
        }

        /**
         * Add and remove relationships, all or none of them.
         *
         * <p>May be repeated without effect. Types and relations are those that the live ResourceTypes declare.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code relationships/subject-not-allowed}, {@code relationships/unknown-relation},
         * {@code relationships/unknown-type}, {@code tenants/not-found}.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<RelationshipsWritten> write(
            String tenant,
            RelationshipsWriteBody body,
            RequestOptions options
        ) {
            return rawValue(
                WRITE,
                Input.none().path("tenant", tenant).body(body),
                options,
                TypeDecoders.relationshipsWritten()
            );
        }

        /**
         * Add and remove relationships, all or none of them.
         *
         * @param tenant Id of the tenant: letters, digits, {@code .}, {@code _} and {@code -}.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<RelationshipsWritten> write(String tenant, RelationshipsWriteBody body) {
            return write(tenant, body, null);
        }
    }
}
