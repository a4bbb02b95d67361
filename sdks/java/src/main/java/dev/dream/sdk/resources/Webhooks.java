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
import dev.dream.sdk.params.WebhooksListDeliveriesQuery;
import dev.dream.sdk.params.WebhooksListQuery;
import dev.dream.sdk.params.WebhooksReplayBody;
import dev.dream.sdk.params.WebhooksRotateSecretBody;
import dev.dream.sdk.types.WebhookDelivery;
import dev.dream.sdk.types.WebhookDeliveryPart;
import dev.dream.sdk.types.WebhookDeliveryWithAttempts;
import dev.dream.sdk.types.WebhookEndpoint;
import dev.dream.sdk.types.WebhookEndpointPage;
import dev.dream.sdk.types.WebhooksReplayResult;
import dev.dream.sdk.types.WebhooksRotateSecretResult;
import java.util.Set;

/** Where events are sent, what became of each delivery, sending it again, and the secrets that sign it. */
public final class Webhooks extends Resource {

    private static final Operation DISABLE = new Operation(
        "webhooks.disable",
        "POST",
        "/v1/webhook-endpoints/{endpoint}/disable",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );
    private static final Operation ENABLE = new Operation(
        "webhooks.enable",
        "POST",
        "/v1/webhook-endpoints/{endpoint}/enable",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );
    private static final Operation GET_DELIVERY = new Operation(
        "webhooks.getDelivery",
        "GET",
        "/v1/webhook-deliveries/{id}",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation LIST = new Operation(
        "webhooks.list",
        "GET",
        "/v1/webhook-endpoints",
        Set.of(Auth.SECRET),
        false,
        false,
        "cursor"
    );
    private static final Operation LIST_DELIVERIES = new Operation(
        "webhooks.listDeliveries",
        "GET",
        "/v1/webhook-endpoints/{endpoint}/deliveries",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation REPLAY = new Operation(
        "webhooks.replay",
        "POST",
        "/v1/webhook-endpoints/{endpoint}/replay",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
    private static final Operation REPLAY_DELIVERY = new Operation(
        "webhooks.replayDelivery",
        "POST",
        "/v1/webhook-deliveries/{id}/replay",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
    private static final Operation ROTATE_SECRET = new Operation(
        "webhooks.rotateSecret",
        "POST",
        "/v1/webhook-endpoints/{endpoint}/secret",
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
    public Webhooks(Connection connection) {
        super(connection);
    }

    /**
     * Call an endpoint no more.
     *
     * <p>Until it is enabled again. What is pending waits; what happens meanwhile is not kept for it.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code webhooks/unknown-endpoint}.
     *
     * @param endpoint Key of the WebhookEndpoint.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public WebhookEndpoint disable(String endpoint, RequestOptions options) {
        return value(DISABLE, Input.none().path("endpoint", endpoint), options, TypeDecoders.webhookEndpoint());
    }

    /**
     * Call an endpoint no more.
     *
     * @param endpoint Key of the WebhookEndpoint.
     * @return what the server answered; {@code null} where that is nothing
     */
    public WebhookEndpoint disable(String endpoint) {
        return disable(endpoint, null);
    }

    /**
     * Call an endpoint again.
     *
     * <p>What was pending goes on at once, however long it was to wait. What happened meanwhile was not kept for it,
     * and can be replayed.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code webhooks/unknown-endpoint}.
     *
     * @param endpoint Key of the WebhookEndpoint.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public WebhookEndpoint enable(String endpoint, RequestOptions options) {
        return value(ENABLE, Input.none().path("endpoint", endpoint), options, TypeDecoders.webhookEndpoint());
    }

    /**
     * Call an endpoint again.
     *
     * @param endpoint Key of the WebhookEndpoint.
     * @return what the server answered; {@code null} where that is nothing
     */
    public WebhookEndpoint enable(String endpoint) {
        return enable(endpoint, null);
    }

    /**
     * Get one delivery with all its calls.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code webhooks/unknown-delivery}.
     *
     * @param id {@code whd_…}
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public WebhookDeliveryWithAttempts getDelivery(String id, RequestOptions options) {
        return value(GET_DELIVERY, Input.none().path("id", id), options, TypeDecoders.webhookDeliveryWithAttempts());
    }

    /**
     * Get one delivery with all its calls.
     *
     * @param id {@code whd_…}
     * @return what the server answered; {@code null} where that is nothing
     */
    public WebhookDeliveryWithAttempts getDelivery(String id) {
        return getDelivery(id, null);
    }

    /**
     * List webhook endpoints and how they go.
     *
     * <p>For a secret key.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<WebhookEndpoint, WebhookEndpointPage> list(WebhooksListQuery query, RequestOptions options) {
        return pages(
            LIST,
            Input.none().query(query),
            options,
            TypeDecoders.webhookEndpoint(),
            TypeDecoders.webhookEndpointPage()
        );
    }

    /**
     * List webhook endpoints and how they go.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<WebhookEndpoint, WebhookEndpointPage> list(RequestOptions options) {
        return list(null, options);
    }

    /**
     * List webhook endpoints and how they go.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<WebhookEndpoint, WebhookEndpointPage> list(WebhooksListQuery query) {
        return list(query, null);
    }

    /**
     * List webhook endpoints and how they go.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<WebhookEndpoint, WebhookEndpointPage> list() {
        return list(null, null);
    }

    /**
     * List what was and is to be delivered to an endpoint, newest first.
     *
     * <p>Where the request is about a tenant, of its events only.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code webhooks/unknown-endpoint}.
     *
     * @param endpoint Key of the WebhookEndpoint.
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<WebhookDelivery, WebhookDeliveryPart> listDeliveries(
        String endpoint,
        WebhooksListDeliveriesQuery query,
        RequestOptions options
    ) {
        return parts(
            LIST_DELIVERIES,
            Input.none().path("endpoint", endpoint).query(query),
            options,
            TypeDecoders.webhookDelivery(),
            TypeDecoders.webhookDeliveryPart()
        );
    }

    /**
     * List what was and is to be delivered to an endpoint, newest first.
     *
     * @param endpoint Key of the WebhookEndpoint.
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<WebhookDelivery, WebhookDeliveryPart> listDeliveries(String endpoint, RequestOptions options) {
        return listDeliveries(endpoint, null, options);
    }

    /**
     * List what was and is to be delivered to an endpoint, newest first.
     *
     * @param endpoint Key of the WebhookEndpoint.
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<WebhookDelivery, WebhookDeliveryPart> listDeliveries(
        String endpoint,
        WebhooksListDeliveriesQuery query
    ) {
        return listDeliveries(endpoint, query, null);
    }

    /**
     * List what was and is to be delivered to an endpoint, newest first.
     *
     * @param endpoint Key of the WebhookEndpoint.
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<WebhookDelivery, WebhookDeliveryPart> listDeliveries(String endpoint) {
        return listDeliveries(endpoint, null, null);
    }

    /**
     * Deliver again what happened in a time.
     *
     * <p>Also what was never delivered, since the endpoint did not exist or was not called. At most 10,000 events.
     * Where the request is about a tenant, its events only.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code events/unreadable-date}, {@code webhooks/too-many-events}, {@code webhooks/unknown-endpoint}.
     *
     * @param endpoint Key of the WebhookEndpoint.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public WebhooksReplayResult replay(String endpoint, WebhooksReplayBody body, RequestOptions options) {
        return value(
            REPLAY,
            Input.none().path("endpoint", endpoint).body(body),
            options,
            TypeDecoders.webhooksReplayResult()
        );
    }

    /**
     * Deliver again what happened in a time.
     *
     * @param endpoint Key of the WebhookEndpoint.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public WebhooksReplayResult replay(String endpoint, WebhooksReplayBody body) {
        return replay(endpoint, body, null);
    }

    /**
     * Make a delivery again.
     *
     * <p>At once, whatever came of it, and with all its repetitions if it fails.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code webhooks/unknown-delivery}.
     *
     * @param id {@code whd_…}
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public WebhookDeliveryWithAttempts replayDelivery(String id, RequestOptions options) {
        return value(REPLAY_DELIVERY, Input.none().path("id", id), options, TypeDecoders.webhookDeliveryWithAttempts());
    }

    /**
     * Make a delivery again.
     *
     * @param id {@code whd_…}
     * @return what the server answered; {@code null} where that is nothing
     */
    public WebhookDeliveryWithAttempts replayDelivery(String id) {
        return replayDelivery(id, null);
    }

    /**
     * Make a new signing secret.
     *
     * <p>Shown this once. Until {@code previousUntil} every call carries two signatures, by the new secret and by the
     * one before: the receiver may hold either; until then no other is made, unless it ends both at once. Only for an
     * endpoint whose configuration names no secret.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code webhooks/no-master-key}, {@code webhooks/secret-is-configured},
     * {@code webhooks/secret-still-valid}, {@code webhooks/unknown-endpoint}.
     *
     * @param endpoint Key of the WebhookEndpoint.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public WebhooksRotateSecretResult rotateSecret(
        String endpoint,
        WebhooksRotateSecretBody body,
        RequestOptions options
    ) {
        return value(
            ROTATE_SECRET,
            Input.none().path("endpoint", endpoint).body(body),
            options,
            TypeDecoders.webhooksRotateSecretResult()
        );
    }

    /**
     * Make a new signing secret.
     *
     * @param endpoint Key of the WebhookEndpoint.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public WebhooksRotateSecretResult rotateSecret(String endpoint, WebhooksRotateSecretBody body) {
        return rotateSecret(endpoint, body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.webhooks()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Call an endpoint no more.
         *
         * <p>Until it is enabled again. What is pending waits; what happens meanwhile is not kept for it.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code webhooks/unknown-endpoint}.
         *
         * @param endpoint Key of the WebhookEndpoint.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<WebhookEndpoint> disable(String endpoint, RequestOptions options) {
            return rawValue(DISABLE, Input.none().path("endpoint", endpoint), options, TypeDecoders.webhookEndpoint());
        }

        /**
         * Call an endpoint no more.
         *
         * @param endpoint Key of the WebhookEndpoint.
         * @return the answer, with what came around it
         */
        public RawAnswer<WebhookEndpoint> disable(String endpoint) {
            return disable(endpoint, null);
        }

        /**
         * Call an endpoint again.
         *
         * <p>What was pending goes on at once, however long it was to wait. What happened meanwhile was not kept for
         * it, and can be replayed.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code webhooks/unknown-endpoint}.
         *
         * @param endpoint Key of the WebhookEndpoint.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<WebhookEndpoint> enable(String endpoint, RequestOptions options) {
            return rawValue(ENABLE, Input.none().path("endpoint", endpoint), options, TypeDecoders.webhookEndpoint());
        }

        /**
         * Call an endpoint again.
         *
         * @param endpoint Key of the WebhookEndpoint.
         * @return the answer, with what came around it
         */
        public RawAnswer<WebhookEndpoint> enable(String endpoint) {
            return enable(endpoint, null);
        }

        /**
         * Get one delivery with all its calls.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code webhooks/unknown-delivery}.
         *
         * @param id {@code whd_…}
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<WebhookDeliveryWithAttempts> getDelivery(String id, RequestOptions options) {
            return rawValue(
                GET_DELIVERY,
                Input.none().path("id", id),
                options,
                TypeDecoders.webhookDeliveryWithAttempts()
            );
        }

        /**
         * Get one delivery with all its calls.
         *
         * @param id {@code whd_…}
         * @return the answer, with what came around it
         */
        public RawAnswer<WebhookDeliveryWithAttempts> getDelivery(String id) {
            return getDelivery(id, null);
        }

        /**
         * List webhook endpoints and how they go.
         *
         * <p>For a secret key.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<WebhookEndpointPage> list(WebhooksListQuery query, RequestOptions options) {
            return rawPages(LIST, Input.none().query(query), options, TypeDecoders.webhookEndpointPage());
        }

        /**
         * List webhook endpoints and how they go.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<WebhookEndpointPage> list(RequestOptions options) {
            return list(null, options);
        }

        /**
         * List webhook endpoints and how they go.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<WebhookEndpointPage> list(WebhooksListQuery query) {
            return list(query, null);
        }

        /**
         * List webhook endpoints and how they go.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<WebhookEndpointPage> list() {
            return list(null, null);
        }

        /**
         * List what was and is to be delivered to an endpoint, newest first.
         *
         * <p>Where the request is about a tenant, of its events only.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code webhooks/unknown-endpoint}.
         *
         * @param endpoint Key of the WebhookEndpoint.
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<WebhookDeliveryPart> listDeliveries(
            String endpoint,
            WebhooksListDeliveriesQuery query,
            RequestOptions options
        ) {
            return rawParts(
                LIST_DELIVERIES,
                Input.none().path("endpoint", endpoint).query(query),
                options,
                TypeDecoders.webhookDeliveryPart()
            );
        }

        /**
         * List what was and is to be delivered to an endpoint, newest first.
         *
         * @param endpoint Key of the WebhookEndpoint.
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<WebhookDeliveryPart> listDeliveries(String endpoint, RequestOptions options) {
            return listDeliveries(endpoint, null, options);
        }

        /**
         * List what was and is to be delivered to an endpoint, newest first.
         *
         * @param endpoint Key of the WebhookEndpoint.
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<WebhookDeliveryPart> listDeliveries(String endpoint, WebhooksListDeliveriesQuery query) {
            return listDeliveries(endpoint, query, null);
        }

        /**
         * List what was and is to be delivered to an endpoint, newest first.
         *
         * @param endpoint Key of the WebhookEndpoint.
         * @return the first page, with what came around it
         */
        public RawAnswer<WebhookDeliveryPart> listDeliveries(String endpoint) {
            return listDeliveries(endpoint, null, null);
        }

        /**
         * Deliver again what happened in a time.
         *
         * <p>Also what was never delivered, since the endpoint did not exist or was not called. At most 10,000 events.
         * Where the request is about a tenant, its events only.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code events/unreadable-date}, {@code webhooks/too-many-events},
         * {@code webhooks/unknown-endpoint}.
         *
         * @param endpoint Key of the WebhookEndpoint.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<WebhooksReplayResult> replay(
            String endpoint,
            WebhooksReplayBody body,
            RequestOptions options
        ) {
            return rawValue(
                REPLAY,
                Input.none().path("endpoint", endpoint).body(body),
                options,
                TypeDecoders.webhooksReplayResult()
            );
        }

        /**
         * Deliver again what happened in a time.
         *
         * @param endpoint Key of the WebhookEndpoint.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<WebhooksReplayResult> replay(String endpoint, WebhooksReplayBody body) {
            return replay(endpoint, body, null);
        }

        /**
         * Make a delivery again.
         *
         * <p>At once, whatever came of it, and with all its repetitions if it fails.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code webhooks/unknown-delivery}.
         *
         * @param id {@code whd_…}
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<WebhookDeliveryWithAttempts> replayDelivery(String id, RequestOptions options) {
            return rawValue(
                REPLAY_DELIVERY,
                Input.none().path("id", id),
                options,
                TypeDecoders.webhookDeliveryWithAttempts()
            );
        }

        /**
         * Make a delivery again.
         *
         * @param id {@code whd_…}
         * @return the answer, with what came around it
         */
        public RawAnswer<WebhookDeliveryWithAttempts> replayDelivery(String id) {
            return replayDelivery(id, null);
        }

        /**
         * Make a new signing secret.
         *
         * <p>Shown this once. Until {@code previousUntil} every call carries two signatures, by the new secret and by
         * the one before: the receiver may hold either; until then no other is made, unless it ends both at once. Only
         * for an endpoint whose configuration names no secret.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code webhooks/no-master-key}, {@code webhooks/secret-is-configured},
         * {@code webhooks/secret-still-valid}, {@code webhooks/unknown-endpoint}.
         *
         * @param endpoint Key of the WebhookEndpoint.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<WebhooksRotateSecretResult> rotateSecret(
            String endpoint,
            WebhooksRotateSecretBody body,
            RequestOptions options
        ) {
            return rawValue(
                ROTATE_SECRET,
                Input.none().path("endpoint", endpoint).body(body),
                options,
                TypeDecoders.webhooksRotateSecretResult()
            );
        }

        /**
         * Make a new signing secret.
         *
         * @param endpoint Key of the WebhookEndpoint.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<WebhooksRotateSecretResult> rotateSecret(String endpoint, WebhooksRotateSecretBody body) {
            return rotateSecret(endpoint, body, null);
        }
    }
}
