// Written by dream generate sdk; do not edit.
import { WebhooksAdditions } from '../additions/webhooks.ts';
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import type {
  WebhookDelivery,
  WebhookDeliveryPart,
  WebhookDeliveryWithAttempts,
  WebhookEndpoint,
  WebhookEndpointPage,
  WebhooksReplayBody,
  WebhooksReplayResult,
  WebhooksRotateSecretBody,
  WebhooksRotateSecretResult,
} from '../types.ts';

export interface WebhooksListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
}

export interface WebhooksListDeliveriesQuery {
  /** `nextCursor` of the part before; absent for the first. */
  readonly cursor?: string | undefined;
  /** Entries in the answer. Default: `50`. */
  readonly limit?: number | undefined;
  /** Only those. */
  readonly state?: 'pending' | 'delivered' | 'failed' | (string & {}) | undefined;
}

/** Where events are sent, what became of each delivery, sending it again, and the secrets that sign it. */
export class Webhooks extends WebhooksAdditions {
  /**
   * Call an endpoint no more.
   *
   * Until it is enabled again. What is pending waits; what happens meanwhile is not kept for it.
   *
   * For a secret key.
   *
   * Errors: `webhooks/unknown-endpoint`.
   *
   * @param endpoint Key of the WebhookEndpoint.
   */
  disable(endpoint: string, options?: CallOptions): Call<WebhookEndpoint> {
    return this.call(
      { id: 'webhooks.disable', method: 'POST', route: '/v1/webhook-endpoints/{endpoint}/disable', isMutation: true },
      { path: { endpoint } },
      options,
    );
  }

  /**
   * Call an endpoint again.
   *
   * What was pending goes on at once, however long it was to wait. What happened meanwhile was not kept for it, and can
   * be replayed.
   *
   * For a secret key.
   *
   * Errors: `webhooks/unknown-endpoint`.
   *
   * @param endpoint Key of the WebhookEndpoint.
   */
  enable(endpoint: string, options?: CallOptions): Call<WebhookEndpoint> {
    return this.call(
      { id: 'webhooks.enable', method: 'POST', route: '/v1/webhook-endpoints/{endpoint}/enable', isMutation: true },
      { path: { endpoint } },
      options,
    );
  }

  /**
   * Get one delivery with all its calls.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `webhooks/unknown-delivery`.
   *
   * @param id `whd_…`
   */
  getDelivery(id: string, options?: CallOptions): Call<WebhookDeliveryWithAttempts> {
    return this.call(
      { id: 'webhooks.getDelivery', method: 'GET', route: '/v1/webhook-deliveries/{id}', isAboutTenant: true },
      { path: { id } },
      options,
    );
  }

  /**
   * List webhook endpoints and how they go.
   *
   * For a secret key.
   */
  list(query?: WebhooksListQuery, options?: CallOptions): Paged<WebhookEndpointPage, WebhookEndpoint> {
    return this.pages({ id: 'webhooks.list', method: 'GET', route: '/v1/webhook-endpoints' }, { query }, options);
  }

  /**
   * List what was and is to be delivered to an endpoint, newest first.
   *
   * Where the request is about a tenant, of its events only.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `webhooks/unknown-endpoint`.
   *
   * @param endpoint Key of the WebhookEndpoint.
   */
  listDeliveries(
    endpoint: string,
    query?: WebhooksListDeliveriesQuery,
    options?: CallOptions,
  ): Paged<WebhookDeliveryPart, WebhookDelivery> {
    return this.parts(
      {
        id: 'webhooks.listDeliveries',
        method: 'GET',
        route: '/v1/webhook-endpoints/{endpoint}/deliveries',
        isAboutTenant: true,
      },
      { path: { endpoint }, query },
      options,
    );
  }

  /**
   * Deliver again what happened in a time.
   *
   * Also what was never delivered, since the endpoint did not exist or was not called. At most 10,000 events. Where the
   * request is about a tenant, its events only.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `events/unreadable-date`, `webhooks/too-many-events`, `webhooks/unknown-endpoint`.
   *
   * @param endpoint Key of the WebhookEndpoint.
   */
  replay(endpoint: string, body: WebhooksReplayBody, options?: CallOptions): Call<WebhooksReplayResult> {
    return this.call(
      {
        id: 'webhooks.replay',
        method: 'POST',
        route: '/v1/webhook-endpoints/{endpoint}/replay',
        isMutation: true,
        isAboutTenant: true,
      },
      { path: { endpoint }, body },
      options,
    );
  }

  /**
   * Make a delivery again.
   *
   * At once, whatever came of it, and with all its repetitions if it fails.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `webhooks/unknown-delivery`.
   *
   * @param id `whd_…`
   */
  replayDelivery(id: string, options?: CallOptions): Call<WebhookDeliveryWithAttempts> {
    return this.call(
      {
        id: 'webhooks.replayDelivery',
        method: 'POST',
        route: '/v1/webhook-deliveries/{id}/replay',
        isMutation: true,
        isAboutTenant: true,
      },
      { path: { id } },
      options,
    );
  }

  /**
   * Make a new signing secret.
   *
   * Shown this once. Until `previousUntil` every call carries two signatures, by the new secret and by the one before:
   * the receiver may hold either; until then no other is made, unless it ends both at once. Only for an endpoint whose
   * configuration names no secret.
   *
   * For a secret key.
   *
   * Errors: `webhooks/no-master-key`, `webhooks/secret-is-configured`, `webhooks/secret-still-valid`,
   * `webhooks/unknown-endpoint`.
   *
   * @param endpoint Key of the WebhookEndpoint.
   */
  rotateSecret(
    endpoint: string,
    body: WebhooksRotateSecretBody,
    options?: CallOptions,
  ): Call<WebhooksRotateSecretResult> {
    return this.call(
      {
        id: 'webhooks.rotateSecret',
        method: 'POST',
        route: '/v1/webhook-endpoints/{endpoint}/secret',
        isMutation: true,
      },
      { path: { endpoint }, body },
      options,
    );
  }
}
