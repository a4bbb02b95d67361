// Written by dream generate sdk; do not edit.
import type { ByteStream } from '../core/byte-stream.ts';
import type { Call } from '../core/call.ts';
import type { Connection } from '../core/connection.ts';
import type { CallOptions } from '../core/options.ts';
import { Resource } from '../core/resource.ts';
import type {
  AuditRecordManyBody,
  AuditRecordManyResult,
  AuditRestoreBody,
  AuditRestoreResult,
  NewAuditEntry,
  RecordReceipt,
} from '../types.ts';
import { AuditArchives } from './audit-archives.ts';
import { AuditChains } from './audit-chains.ts';
import { AuditCheckpoints } from './audit-checkpoints.ts';
import { AuditEntries } from './audit-entries.ts';
import { AuditKeys } from './audit-keys.ts';
import { AuditPersonal } from './audit-personal.ts';
import { AuditStreams } from './audit-streams.ts';

export interface AuditExportQuery {
  /** Default: `ndjson`. */
  readonly format?: 'ndjson' | 'csv' | 'cef' | 'syslog' | 'ocsf' | (string & {}) | undefined;
  /**
   * Entries of this tenant, as with `X-Tenant-ID`. Neither: those of the environment itself, which are about no tenant.
   */
  readonly tenant?: string | undefined;
  /** Only what stands behind the entry of this sequence. Default: `0`. */
  readonly after?: number | undefined;
  /**
   * Sequence of the last entry that arrived whole, before the same export was cut off. What came before is not sent
   * again; the manifest is of all. Default: `0`.
   */
  readonly arrived?: number | undefined;
  /**
   * Hash of all that arrived up to the line of `arrived`, its end included. Where this export begins otherwise it is
   * refused, and nothing is sent.
   */
  readonly arrivedHash?: string | undefined;
  /** NDJSON only: with what is kept apart from entries because it is personal. Default: `false`. */
  readonly personal?: boolean | undefined;
  /** Written at this moment or later. */
  readonly since?: Date | string | undefined;
  /** Written before this moment. */
  readonly until?: Date | string | undefined;
  /** Id of who did it. */
  readonly actor?: string | undefined;
  /** One action, or several: `*` stands for any text, as in `user.*`. */
  readonly action?: string | undefined;
  /** Type of what the entry is about, such as `user`. */
  readonly resourceType?: string | undefined;
  /** Id of what the entry is about, or of anything it changed besides. */
  readonly resource?: string | undefined;
  /** The address that the request came from, however it is written. */
  readonly ip?: string | undefined;
  readonly outcome?: 'success' | 'failure' | 'denied' | (string & {}) | undefined;
  /** The request by which it happened. */
  readonly requestId?: string | undefined;
}

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
export class Audit extends Resource {
  readonly archives: AuditArchives;
  readonly chains: AuditChains;
  readonly checkpoints: AuditCheckpoints;
  readonly entries: AuditEntries;
  readonly keys: AuditKeys;
  readonly personal: AuditPersonal;
  readonly streams: AuditStreams;

  constructor(connection: Connection) {
    super(connection);
    this.archives = new AuditArchives(connection);
    this.chains = new AuditChains(connection);
    this.checkpoints = new AuditCheckpoints(connection);
    this.entries = new AuditEntries(connection);
    this.keys = new AuditKeys(connection);
    this.personal = new AuditPersonal(connection);
    this.streams = new AuditStreams(connection);
  }

  /**
   * Export audit entries.
   *
   * Streams the sealed entries of one chain, oldest first, as far as it goes at this moment: of the tenant, or of the
   * environment itself where none is named. An answer that was cut off has no manifest at its end; it is gone on with
   * by the same request, `arrived` and `arrivedHash`.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`. Answers with application/x-ndjson,
   * text/csv, text/plain.
   *
   * Errors: `audit/other-beginning`, `audit/span-reversed`, `audit/tenant-mismatch`, `audit/unknown-tenant`,
   * `audit/unreadable-place`.
   */
  export(query?: AuditExportQuery, options?: CallOptions): ByteStream {
    return this.bytes(
      { id: 'audit.export', method: 'GET', route: '/v1/audit/export', isAboutTenant: true },
      { query },
      options,
    );
  }

  /**
   * Record an entry.
   *
   * Answered when it lasts. It is sealed into the chain of its tenant within a second.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `audit/impossible-timestamp`, `audit/key-reused`, `audit/retention-only`, `audit/tenant-mismatch`,
   * `audit/unknown-tenant`.
   */
  record(body: NewAuditEntry, options?: CallOptions): Call<RecordReceipt> {
    return this.call(
      { id: 'audit.record', method: 'POST', route: '/v1/audit/entries', isMutation: true, isAboutTenant: true },
      { body },
      options,
    );
  }

  /**
   * Record up to 1,000 entries, all or none of them.
   *
   * Answered when they last, in their order.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `audit/impossible-timestamp`, `audit/key-reused`, `audit/retention-only`, `audit/tenant-mismatch`,
   * `audit/unknown-tenant`.
   */
  recordMany(body: AuditRecordManyBody, options?: CallOptions): Call<AuditRecordManyResult> {
    return this.call(
      {
        id: 'audit.recordMany',
        method: 'POST',
        route: '/v1/audit/entries/batch',
        isMutation: true,
        isAboutTenant: true,
      },
      { body },
      options,
    );
  }

  /**
   * Give entries of an archive back for a while.
   *
   * Each line is held against the tree of its chain, which outlives the entries: what is not exactly what was taken out
   * is refused. What was given back already is given back until the moment said now, later or sooner; what was never
   * taken out stays as it is. A request that names a tenant gives entries of its chain back, and of no other.
   *
   * For a secret key.
   *
   * Errors: `audit/not-of-this-chain`, `audit/tenant-mismatch`, `audit/until-past`, `audit/until-too-late`.
   */
  restore(body: AuditRestoreBody, options?: CallOptions): Call<AuditRestoreResult> {
    return this.call(
      { id: 'audit.restore', method: 'POST', route: '/v1/audit/restored', isMutation: true },
      { body },
      options,
    );
  }
}
