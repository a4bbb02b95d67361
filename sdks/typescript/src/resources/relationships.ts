// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type { Relationship, RelationshipPage, RelationshipsWriteBody, RelationshipsWritten } from '../types.ts';

export interface RelationshipsListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
  /** `document`, or `document:42`. */
  readonly resource?: string | undefined;
  readonly relation?: string | undefined;
  /** `user`, or `user:ada`. */
  readonly subject?: string | undefined;
}

/** Who is what to which resource of a tenant: the owner of an invoice, the parent of a folder. */
export class Relationships extends Resource {
  /**
   * List relationships of a tenant, by resource.
   *
   * For a secret key.
   *
   * Errors: `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   */
  list(tenant: string, query?: RelationshipsListQuery, options?: CallOptions): Paged<RelationshipPage, Relationship> {
    return this.pages(
      { id: 'relationships.list', method: 'GET', route: '/v1/tenants/{tenant}/relationships', isAboutTenant: true },
      { path: { tenant }, query },
      options,
    );
  }

  /**
   * Add and remove relationships, all or none of them.
   *
   * May be repeated without effect. Types and relations are those that the live ResourceTypes declare.
   *
   * For a secret key.
   *
   * Errors: `relationships/subject-not-allowed`, `relationships/unknown-relation`, `relationships/unknown-type`,
   * `tenants/not-found`.
   *
   * @param tenant Id of the tenant: letters, digits, `.`, `_` and `-`.
   */
  write(tenant: string, body: RelationshipsWriteBody, options?: CallOptions): Call<RelationshipsWritten> {
    return this.call(
      {
        id: 'relationships.write',
        method: 'POST',
        route: '/v1/tenants/{tenant}/relationships',
        isMutation: true,
        isAboutTenant: true,
      },
      { path: { tenant }, body },
      options,
    );
  }
}
