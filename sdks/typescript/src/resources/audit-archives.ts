// Written by dream generate sdk; do not edit.
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type { Archive, ArchivePage } from '../types.ts';

export interface AuditArchivesListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
}

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
export class AuditArchives extends Resource {
  /**
   * List what was archived or deleted because its time was over, newest first.
   *
   * With `X-Tenant-ID`, of one tenant; without, of the environment and all its tenants.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   */
  list(query?: AuditArchivesListQuery, options?: CallOptions): Paged<ArchivePage, Archive> {
    return this.pages(
      { id: 'audit.archives.list', method: 'GET', route: '/v1/audit/archives', isAboutTenant: true },
      { query },
      options,
    );
  }
}
