// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type { SecretName, SecretNamePage, SecretsSetBody } from '../types.ts';

export interface SecretsListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
}

/** Secrets that files name as `${secrets.NAME}`: setting, naming and removing them, never reading them. */
export class Secrets extends Resource {
  /**
   * List the names of secrets.
   *
   * Names, and who set them when. No operation returns a value.
   *
   * For a secret key.
   */
  list(query?: SecretsListQuery, options?: CallOptions): Paged<SecretNamePage, SecretName> {
    return this.pages({ id: 'secrets.list', method: 'GET', route: '/v1/secrets' }, { query }, options);
  }

  /**
   * Remove a secret.
   *
   * For a secret key.
   *
   * Errors: `secrets/not-found`.
   *
   * @param name As configuration writes it: `${secrets.NAME}`.
   */
  remove(name: string, options?: CallOptions): Call<void> {
    return this.call(
      { id: 'secrets.remove', method: 'DELETE', route: '/v1/secrets/{name}', isMutation: true, answersAny: true },
      { path: { name } },
      options,
    );
  }

  /**
   * Set a secret.
   *
   * Keeps the value sealed, in place of an earlier one.
   *
   * For a secret key.
   *
   * Errors: `secrets/no-master-key`.
   *
   * @param name As configuration writes it: `${secrets.NAME}`.
   */
  set(name: string, body: SecretsSetBody, options?: CallOptions): Call<SecretName> {
    return this.call(
      { id: 'secrets.set', method: 'PUT', route: '/v1/secrets/{name}', isMutation: true },
      { path: { name }, body },
      options,
    );
  }
}
