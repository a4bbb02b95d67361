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
import dev.dream.sdk.params.ResourcesDeleteQuery;
import dev.dream.sdk.params.ResourcesListQuery;
import dev.dream.sdk.params.ResourcesPutBody;
import dev.dream.sdk.types.ResourcePage;
import dev.dream.sdk.types.ResourcesDeleteResult;
import dev.dream.sdk.types.ResourcesPutResult;
import java.util.Set;

/** What is live in an environment, by kind and key, and changing one resource without files. */
public final class Resources extends Resource {

    private static final Operation DELETE = new Operation(
        "resources.delete",
        "DELETE",
        "/v1/resources/{kind}/{key}",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );
    private static final Operation GET = new Operation(
        "resources.get",
        "GET",
        "/v1/resources/{kind}/{key}",
        Set.of(Auth.SECRET),
        false,
        false,
        "cursor"
    );
    private static final Operation LIST = new Operation(
        "resources.list",
        "GET",
        "/v1/resources",
        Set.of(Auth.SECRET),
        false,
        false,
        "cursor"
    );
    private static final Operation PUT = new Operation(
        "resources.put",
        "PUT",
        "/v1/resources/{kind}/{key}",
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
    public Resources(Connection connection) {
        super(connection);
    }

    /**
     * Delete one resource that the API created.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code changes/approval-required}, {@code changes/conflict}, {@code changes/desired-state-needed},
     * {@code changes/format-version}, {@code changes/guardrail-refused}, {@code changes/invalid},
     * {@code changes/stale}, {@code changes/wrong-environment}, {@code resources/not-found},
     * {@code resources/owned-by-files}, {@code resources/unknown-kind}.
     *
     * @param kind {@code kind} of the route
     * @param key {@code key} of the route
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public ResourcesDeleteResult delete(String kind, String key, ResourcesDeleteQuery query, RequestOptions options) {
        return value(
            DELETE,
            Input.none().path("kind", kind).path("key", key).query(query),
            options,
            TypeDecoders.resourcesDeleteResult()
        );
    }

    /**
     * Delete one resource that the API created.
     *
     * @param kind {@code kind} of the route
     * @param key {@code key} of the route
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public ResourcesDeleteResult delete(String kind, String key, RequestOptions options) {
        return delete(kind, key, null, options);
    }

    /**
     * Delete one resource that the API created.
     *
     * @param kind {@code kind} of the route
     * @param key {@code key} of the route
     * @param query what is asked for, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public ResourcesDeleteResult delete(String kind, String key, ResourcesDeleteQuery query) {
        return delete(kind, key, query, null);
    }

    /**
     * Delete one resource that the API created.
     *
     * @param kind {@code kind} of the route
     * @param key {@code key} of the route
     * @return what the server answered; {@code null} where that is nothing
     */
    public ResourcesDeleteResult delete(String kind, String key) {
        return delete(kind, key, null, null);
    }

    /**
     * Get one live resource.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code resources/not-found}.
     *
     * @param kind {@code kind} of the route
     * @param key {@code key} of the route
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public dev.dream.sdk.types.Resource get(String kind, String key, RequestOptions options) {
        return value(GET, Input.none().path("kind", kind).path("key", key), options, TypeDecoders.resource());
    }

    /**
     * Get one live resource.
     *
     * @param kind {@code kind} of the route
     * @param key {@code key} of the route
     * @return what the server answered; {@code null} where that is nothing
     */
    public dev.dream.sdk.types.Resource get(String kind, String key) {
        return get(kind, key, null);
    }

    /**
     * List live resources by kind and key.
     *
     * <p>For a secret key.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<dev.dream.sdk.types.Resource, ResourcePage> list(ResourcesListQuery query, RequestOptions options) {
        return pages(LIST, Input.none().query(query), options, TypeDecoders.resource(), TypeDecoders.resourcePage());
    }

    /**
     * List live resources by kind and key.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<dev.dream.sdk.types.Resource, ResourcePage> list(RequestOptions options) {
        return list(null, options);
    }

    /**
     * List live resources by kind and key.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<dev.dream.sdk.types.Resource, ResourcePage> list(ResourcesListQuery query) {
        return list(query, null);
    }

    /**
     * List live resources by kind and key.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<dev.dream.sdk.types.Resource, ResourcePage> list() {
        return list(null, null);
    }

    /**
     * Create or replace one resource.
     *
     * <p>Of a resource that the files own, only the fields listed under {@code unmanaged} can change.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code changes/approval-required}, {@code changes/conflict}, {@code changes/desired-state-needed},
     * {@code changes/format-version}, {@code changes/guardrail-refused}, {@code changes/invalid},
     * {@code changes/stale}, {@code changes/wrong-environment}, {@code resources/not-found},
     * {@code resources/owned-by-files}, {@code resources/unknown-kind}.
     *
     * @param kind {@code kind} of the route
     * @param key {@code key} of the route
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public ResourcesPutResult put(String kind, String key, ResourcesPutBody body, RequestOptions options) {
        return value(
            PUT,
            Input.none().path("kind", kind).path("key", key).body(body),
            options,
            TypeDecoders.resourcesPutResult()
        );
    }

    /**
     * Create or replace one resource.
     *
     * @param kind {@code kind} of the route
     * @param key {@code key} of the route
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public ResourcesPutResult put(String kind, String key, ResourcesPutBody body) {
        return put(kind, key, body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.resources()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Delete one resource that the API created.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code changes/approval-required}, {@code changes/conflict}, {@code changes/desired-state-needed},
         * {@code changes/format-version}, {@code changes/guardrail-refused}, {@code changes/invalid},
         * {@code changes/stale}, {@code changes/wrong-environment}, {@code resources/not-found},
         * {@code resources/owned-by-files}, {@code resources/unknown-kind}.
         *
         * @param kind {@code kind} of the route
         * @param key {@code key} of the route
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<ResourcesDeleteResult> delete(
            String kind,
            String key,
            ResourcesDeleteQuery query,
            RequestOptions options
        ) {
            return rawValue(
                DELETE,
                Input.none().path("kind", kind).path("key", key).query(query),
                options,
                TypeDecoders.resourcesDeleteResult()
            );
        }

        /**
         * Delete one resource that the API created.
         *
         * @param kind {@code kind} of the route
         * @param key {@code key} of the route
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<ResourcesDeleteResult> delete(String kind, String key, RequestOptions options) {
            return delete(kind, key, null, options);
        }

        /**
         * Delete one resource that the API created.
         *
         * @param kind {@code kind} of the route
         * @param key {@code key} of the route
         * @param query what is asked for, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<ResourcesDeleteResult> delete(String kind, String key, ResourcesDeleteQuery query) {
            return delete(kind, key, query, null);
        }

        /**
         * Delete one resource that the API created.
         *
         * @param kind {@code kind} of the route
         * @param key {@code key} of the route
         * @return the answer, with what came around it
         */
        public RawAnswer<ResourcesDeleteResult> delete(String kind, String key) {
            return delete(kind, key, null, null);
        }

        /**
         * Get one live resource.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code resources/not-found}.
         *
         * @param kind {@code kind} of the route
         * @param key {@code key} of the route
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<dev.dream.sdk.types.Resource> get(String kind, String key, RequestOptions options) {
            return rawValue(GET, Input.none().path("kind", kind).path("key", key), options, TypeDecoders.resource());
        }

        /**
         * Get one live resource.
         *
         * @param kind {@code kind} of the route
         * @param key {@code key} of the route
         * @return the answer, with what came around it
         */
        public RawAnswer<dev.dream.sdk.types.Resource> get(String kind, String key) {
            return get(kind, key, null);
        }

        /**
         * List live resources by kind and key.
         *
         * <p>For a secret key.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<ResourcePage> list(ResourcesListQuery query, RequestOptions options) {
            return rawPages(LIST, Input.none().query(query), options, TypeDecoders.resourcePage());
        }

        /**
         * List live resources by kind and key.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<ResourcePage> list(RequestOptions options) {
            return list(null, options);
        }

        /**
         * List live resources by kind and key.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<ResourcePage> list(ResourcesListQuery query) {
            return list(query, null);
        }

        /**
         * List live resources by kind and key.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<ResourcePage> list() {
            return list(null, null);
        }

        /**
         * Create or replace one resource.
         *
         * <p>Of a resource that the files own, only the fields listed under {@code unmanaged} can change.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code changes/approval-required}, {@code changes/conflict}, {@code changes/desired-state-needed},
         * {@code changes/format-version}, {@code changes/guardrail-refused}, {@code changes/invalid},
         * {@code changes/stale}, {@code changes/wrong-environment}, {@code resources/not-found},
         * {@code resources/owned-by-files}, {@code resources/unknown-kind}.
         *
         * @param kind {@code kind} of the route
         * @param key {@code key} of the route
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<ResourcesPutResult> put(
            String kind,
            String key,
            ResourcesPutBody body,
            RequestOptions options
        ) {
            return rawValue(
                PUT,
                Input.none().path("kind", kind).path("key", key).body(body),
                options,
                TypeDecoders.resourcesPutResult()
            );
        }

        /**
         * Create or replace one resource.
         *
         * @param kind {@code kind} of the route
         * @param key {@code key} of the route
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<ResourcesPutResult> put(String kind, String key, ResourcesPutBody body) {
            return put(kind, key, body, null);
        }
    }
}
