import type { Database } from '../db/contract.ts';
import type { Host } from '../host/contract.ts';
import type { KnownSettings } from './auth/directory-settings.ts';
import type { KeyUsage } from './auth/key-usage.ts';
import type { KnownKeys } from './auth/known-keys.ts';
import type { Users } from './auth/users.ts';
import type { Background } from './operation-context.ts';
import type { OperationScopes } from './caller.ts';
import type { Directory } from './directory.ts';
import type { TogetherRunner } from './gather/run-together.ts';
import type { Attempts } from './limits/attempts.ts';
import type { RateLimiter } from './limits/rate-limiter.ts';
import type { Metrics } from './metrics.ts';
import type { RunningWork } from './running-work.ts';
import type { RecordBeside, Trail } from './trail.ts';
import type { Refusals } from './record/refusals.ts';
import type { OpenStreams } from './streams/open-streams.ts';
import type { Activity } from './workers/activity.ts';

/** What one server's routes share. Made by `createServer`, handed down, never a global. */
export interface ServerContext {
  readonly host: Host;
  readonly database: Database;
  /** 32 bytes, or null where the server has none: sensitive answers are then not kept for replay. */
  readonly masterKey: Uint8Array | null;
  readonly localToken: string | undefined;
  readonly version: string;
  /** Null where nobody keeps tenants and users. */
  readonly directory: Directory | null;
  /** Null where nobody keeps a record. */
  readonly trail: Trail | null;
  readonly recordBeside: RecordBeside;
  readonly refusals: Refusals;
  readonly settings: KnownSettings;
  readonly keys: KnownKeys;
  readonly users: Users;
  readonly scopes: OperationScopes;
  readonly attempts: Attempts;
  readonly limiter: RateLimiter;
  readonly metrics: Metrics;
  readonly keyUsage: KeyUsage;
  readonly together: TogetherRunner;
  readonly running: RunningWork;
  readonly activity: Activity;
  readonly streams: OpenStreams;
  readonly background: Background;
  /** True from the first moment of a stop on. */
  readonly isStopping: () => boolean;
}
