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
import dev.dream.sdk.params.KeysCreateBody;
import dev.dream.sdk.params.KeysListQuery;
import dev.dream.sdk.params.KeysRotateBody;
import dev.dream.sdk.types.ApiKey;
import dev.dream.sdk.types.ApiKeyPage;
import dev.dream.sdk.types.NewApiKey;
import java.util.Set;

/** API keys of an environment: creating, rotating and revoking them. */
public final class Keys extends Resource {

    private static final Operation CREATE = new Operation(
        "keys.create",
        "POST",
        "/v1/keys",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );
    private static final Operation LIST = new Operation(
        "keys.list",
        "GET",
        "/v1/keys",
        Set.of(Auth.SECRET),
        false,
        false,
        "cursor"
    );
    private static final Operation REVOKE = new Operation(
        "keys.revoke",
        "DELETE",
        "/v1/keys/{id}",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );
    private static final Operation ROTATE = new Operation(
        "keys.rotate",
        "POST",
        "/v1/keys/{id}/rotate",
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
    public Keys(Connection connection) {
        super(connection);
    }

    /**
     * Create a key.
     *
     * <p>The answer is the only one that ever holds the key. Nobody can create a key that may do more than their own.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code keys/expiry-in-the-past}, {@code keys/no-scopes}, {@code keys/publishable-scope},
     * {@code keys/publishable-tenant}, {@code keys/scope-not-held}, {@code keys/unknown-scope},
     * {@code keys/unknown-tenant}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public NewApiKey create(KeysCreateBody body, RequestOptions options) {
        return value(CREATE, Input.none().body(body), options, TypeDecoders.newApiKey());
    }

    /**
     * Create a key.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public NewApiKey create(KeysCreateBody body) {
        return create(body, null);
    }

    /**
     * List keys, newest first.
     *
     * <p>For a secret key.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<ApiKey, ApiKeyPage> list(KeysListQuery query, RequestOptions options) {
        return pages(LIST, Input.none().query(query), options, TypeDecoders.apiKey(), TypeDecoders.apiKeyPage());
    }

    /**
     * List keys, newest first.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<ApiKey, ApiKeyPage> list(RequestOptions options) {
        return list(null, options);
    }

    /**
     * List keys, newest first.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<ApiKey, ApiKeyPage> list(KeysListQuery query) {
        return list(query, null);
    }

    /**
     * List keys, newest first.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<ApiKey, ApiKeyPage> list() {
        return list(null, null);
    }

    /**
     * Revoke a key.
     *
     * <p>Ends the key for good: at once on the server that answers, within a quarter of a second on others. It stays in
     * the list.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code keys/not-found}.
     *
     * @param id The id of a key, which begins with {@code key_}.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public ApiKey revoke(String id, RequestOptions options) {
        return value(REVOKE, Input.none().path("id", id), options, TypeDecoders.apiKey());
    }

    /**
     * Revoke a key.
     *
     * @param id The id of a key, which begins with {@code key_}.
     * @return what the server answered; {@code null} where that is nothing
     */
    public ApiKey revoke(String id) {
        return revoke(id, null);
    }

    /**
     * Replace a key by a new one.
     *
     * <p>The old key lives on for a while, so that it can be replaced wherever it is used.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code keys/not-active}, {@code keys/not-found}, {@code keys/scope-not-held}.
     *
     * @param id The id of a key, which begins with {@code key_}.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public NewApiKey rotate(String id, KeysRotateBody body, RequestOptions options) {
        return value(ROTATE, Input.none().path("id", id).body(body), options, TypeDecoders.newApiKey());
    }

    /**
     * Replace a key by a new one.
     *
     * @param id The id of a key, which begins with {@code key_}.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public NewApiKey rotate(String id, KeysRotateBody body) {
        return rotate(id, body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.keys()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Create a key.
         *
         * <p>The answer is the only one that ever holds the key. Nobody can create a key that may do more than their
         * own.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code keys/expiry-in-the-past}, {@code keys/no-scopes}, {@code keys/publishable-scope},
         * {@code keys/publishable-tenant}, {@code keys/scope-not-held}, {@code keys/unknown-scope},
         * {@code keys/unknown-tenant}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<NewApiKey> create(KeysCreateBody body, RequestOptions options) {
            return rawValue(CREATE, Input.none().body(body), options, TypeDecoders.newApiKey());
        }

        /**
         * Create a key.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<NewApiKey> create(KeysCreateBody body) {
            return create(body, null);
        }

        /**
         * List keys, newest first.
         *
         * <p>For a secret key.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<ApiKeyPage> list(KeysListQuery query, RequestOptions options) {
            return rawPages(LIST, Input.none().query(query), options, TypeDecoders.apiKeyPage());
        }

        /**
         * List keys, newest first.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<ApiKeyPage> list(RequestOptions options) {
            return list(null, options);
        }

        /**
         * List keys, newest first.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<ApiKeyPage> list(KeysListQuery query) {
            return list(query, null);
        }

        /**
         * List keys, newest first.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<ApiKeyPage> list() {
            return list(null, null);
        }

        /**
         * Revoke a key.
         *
         * <p>Ends the key for good: at once on the server that answers, within a quarter of a second on others. It
         * stays in the list.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code keys/not-found}.
         *
         * @param id The id of a key, which begins with {@code key_}.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<ApiKey> revoke(String id, RequestOptions options) {
            return rawValue(REVOKE, Input.none().path("id", id), options, TypeDecoders.apiKey());
        }

        /**
         * Revoke a key.
         *
         * @param id The id of a key, which begins with {@code key_}.
         * @return the answer, with what came around it
         */
        public RawAnswer<ApiKey> revoke(String id) {
            return revoke(id, null);
        }

        /**
         * Replace a key by a new one.
         *
         * <p>The old key lives on for a while, so that it can be replaced wherever it is used.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code keys/not-active}, {@code keys/not-found}, {@code keys/scope-not-held}.
         *
         * @param id The id of a key, which begins with {@code key_}.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<NewApiKey> rotate(String id, KeysRotateBody body, RequestOptions options) {
            return rawValue(ROTATE, Input.none().path("id", id).body(body), options, TypeDecoders.newApiKey());
        }

        /**
         * Replace a key by a new one.
         *
         * @param id The id of a key, which begins with {@code key_}.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<NewApiKey> rotate(String id, KeysRotateBody body) {
            return rotate(id, body, null);
        }
    }
}
