// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource as ResourceBase } from '../core/resource.ts';
import type { Resource, ResourcePage, ResourcesDeleteResult, ResourcesPutBody, ResourcesPutResult } from '../types.ts';

export interface ResourcesDeleteQuery {
  /** Fingerprint of the changeset that somebody approved. */
  readonly approve?: string | undefined;
  /**
   * Figures that may be over their limit, each exactly as the changeset shows it: any other number lets nothing
   * through. Several have commas between them: `contextsFlipped=14,deletes=1`.
   */
  readonly allow?: string | undefined;
}

export interface ResourcesListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
  readonly kind?: string | undefined;
}

/** What is live in an environment, by kind and key, and changing one resource without files. */
export class Resources extends ResourceBase {
  /**
   * Delete one resource that the API created.
   *
   * For a secret key.
   *
   * Errors: `changes/approval-required`, `changes/conflict`, `changes/desired-state-needed`, `changes/format-version`,
   * `changes/guardrail-refused`, `changes/invalid`, `changes/stale`, `changes/wrong-environment`,
   * `resources/not-found`, `resources/owned-by-files`, `resources/unknown-kind`.
   */
  delete(kind: string, key: string, query?: ResourcesDeleteQuery, options?: CallOptions): Call<ResourcesDeleteResult> {
    return this.call(
      { id: 'resources.delete', method: 'DELETE', route: '/v1/resources/{kind}/{key}', isMutation: true },
      { path: { kind, key }, query },
      options,
    );
  }

  /**
   * Get one live resource.
   *
   * For a secret key.
   *
   * Errors: `resources/not-found`.
   */
  get(kind: string, key: string, options?: CallOptions): Call<Resource> {
    return this.call(
      { id: 'resources.get', method: 'GET', route: '/v1/resources/{kind}/{key}' },
      { path: { kind, key } },
      options,
    );
  }

  /**
   * List live resources by kind and key.
   *
   * For a secret key.
   */
  list(query?: ResourcesListQuery, options?: CallOptions): Paged<ResourcePage, Resource> {
    return this.pages({ id: 'resources.list', method: 'GET', route: '/v1/resources' }, { query }, options);
  }

  /**
   * Create or replace one resource.
   *
   * Of a resource that the files own, only the fields listed under `unmanaged` can change.
   *
   * For a secret key.
   *
   * Errors: `changes/approval-required`, `changes/conflict`, `changes/desired-state-needed`, `changes/format-version`,
   * `changes/guardrail-refused`, `changes/invalid`, `changes/stale`, `changes/wrong-environment`,
   * `resources/not-found`, `resources/owned-by-files`, `resources/unknown-kind`.
   */
  put(kind: string, key: string, body: ResourcesPutBody, options?: CallOptions): Call<ResourcesPutResult> {
    return this.call(
      { id: 'resources.put', method: 'PUT', route: '/v1/resources/{kind}/{key}', isMutation: true },
      { path: { kind, key }, body },
      options,
    );
  }
}
