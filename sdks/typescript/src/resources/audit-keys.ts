// Written by dream generate sdk; do not edit.
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type { SigningKey, SigningKeyPage } from '../types.ts';

export interface AuditKeysListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
}

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
export class AuditKeys extends Resource {
  /**
   * List the public keys of the audit chains.
   *
   * By which checkpoints and exports of the environment are signed; the newest first. An older one stays, since what it
   * signed does. Keep a copy where this server cannot change it: it is what a verification rests on. There is none
   * before the first entry, nor on a server without a master key.
   *
   * For a secret key.
   */
  list(query?: AuditKeysListQuery, options?: CallOptions): Paged<SigningKeyPage, SigningKey> {
    return this.pages({ id: 'audit.keys.list', method: 'GET', route: '/v1/audit/keys' }, { query }, options);
  }
}
