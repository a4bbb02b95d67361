// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type { ApiKey, ApiKeyPage, KeysCreateBody, KeysRotateBody, NewApiKey } from '../types.ts';

export interface KeysListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
}

/** API keys of an environment: creating, rotating and revoking them. */
export class Keys extends Resource {
  /**
   * Create a key.
   *
   * The answer is the only one that ever holds the key. Nobody can create a key that may do more than their own.
   *
   * For a secret key.
   *
   * Errors: `keys/expiry-in-the-past`, `keys/no-scopes`, `keys/publishable-scope`, `keys/publishable-tenant`,
   * `keys/scope-not-held`, `keys/unknown-scope`, `keys/unknown-tenant`.
   */
  create(body: KeysCreateBody, options?: CallOptions): Call<NewApiKey> {
    return this.call({ id: 'keys.create', method: 'POST', route: '/v1/keys', isMutation: true }, { body }, options);
  }

  /**
   * List keys, newest first.
   *
   * For a secret key.
   */
  list(query?: KeysListQuery, options?: CallOptions): Paged<ApiKeyPage, ApiKey> {
    return this.pages({ id: 'keys.list', method: 'GET', route: '/v1/keys' }, { query }, options);
  }

  /**
   * Revoke a key.
   *
   * Ends the key for good: at once on the server that answers, within a quarter of a second on others. It stays in the
   * list.
   *
   * For a secret key.
   *
   * Errors: `keys/not-found`.
   *
   * @param id The id of a key, which begins with `key_`.
   */
  revoke(id: string, options?: CallOptions): Call<ApiKey> {
    return this.call(
      { id: 'keys.revoke', method: 'DELETE', route: '/v1/keys/{id}', isMutation: true },
      { path: { id } },
      options,
    );
  }

  /**
   * Replace a key by a new one.
   *
   * The old key lives on for a while, so that it can be replaced wherever it is used.
   *
   * For a secret key.
   *
   * Errors: `keys/not-active`, `keys/not-found`, `keys/scope-not-held`.
   *
   * @param id The id of a key, which begins with `key_`.
   */
  rotate(id: string, body: KeysRotateBody, options?: CallOptions): Call<NewApiKey> {
    return this.call(
      { id: 'keys.rotate', method: 'POST', route: '/v1/keys/{id}/rotate', isMutation: true },
      { path: { id }, body },
      options,
    );
  }
}
