import type { Database } from '../db/contract.ts';
import { KnownSettings } from './auth/directory-settings.ts';
import { KeyUsage } from './auth/key-usage.ts';
import { KnownKeys } from './auth/known-keys.ts';
import { scopesOf } from './auth/scope.ts';
import { TokenVerifier } from './auth/tokens/verify-tokens.ts';
import { Users } from './auth/users.ts';
import { TogetherRunner } from './gather/run-together.ts';
import { Attempts } from './limits/attempts.ts';
import { defaultLimits } from './limits/limit.ts';
import { RateLimiter } from './limits/rate-limiter.ts';
import { SharedCounts } from './limits/shared-counts.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { recordBeside } from './record/record-beside.ts';
import { Refusals } from './record/refusals.ts';
import { RunningWork } from './running-work.ts';
import type { ServerContext } from './server-context.ts';
import type { ServerOptions } from './server-options.ts';
import { OpenStreams } from './streams/open-streams.ts';
import { Activity } from './workers/activity.ts';

/** A context with what whoever made it does at the end. */
export interface CreatedContext {
  readonly context: ServerContext;
  /** Does what is to be done when the last request has been answered, and waits for what is still being written. */
  readonly settle: () => Promise<void>;
}

/**
 * Makes what the routes of one server share.
 *
 * @param stopping aborted at the first moment of a stop
 * @param report tells the log of what went wrong where no request hears of it
 */
export function createContext(
  options: ServerOptions,
  stopping: AbortSignal,
  report: (problem: unknown) => void,
): CreatedContext {
  const { host, database, operations, masterKey, localToken, version } = options;
  const directory = options.directory ?? null;
  const trail = options.trail ?? null;
  const settings = new KnownSettings(directory);
  const limits = options.limits ?? defaultLimits;
  const counts = new SharedCounts(database, host.clock, report);
  const scopes = scopesOf(operations);
  const endings: (() => Promise<void>)[] = [];
  const context: ServerContext = {
    host,
    database,
    masterKey,
    localToken,
    version,
    directory,
    trail,
    recordBeside: recordBeside({ trail, ids: host.ids }),
    refusals: new Refusals({ database, trail, clock: host.clock, report }),
    settings,
    keys: new KnownKeys(database),
    users: new Users(database, directory, settings, new TokenVerifier(host, masterKey)),
    scopes,
    attempts: new Attempts(limits.attempts, host.clock),
    limiter: new RateLimiter(limits, counts),
    metrics: options.metrics ?? createMetrics(),
    keyUsage: new KeyUsage(database, report),
    together: new TogetherRunner({ database, directory, clock: host.clock, scopes, ids: host.ids, trail }),
    running: new RunningWork(),
    activity: new Activity(host.clock),
    streams: new OpenStreams(host.clock),
    background: {
      read: (scope, work) => database.withEnvironment(scope, 'read', work),
      write: (scope, work) => database.withEnvironment(scope, 'write', work),
      atTheEnd: (work) => endings.push(work),
      subscribe: (handler) => database.subscribe(handler),
      stopping,
      report,
    },
    isStopping: () => stopping.aborted,
  };
  observeDatabase(context.metrics, database);
  context.metrics.gauge('dream_open_streams', 'Streams of events being read.', () => context.streams.count);
  return {
    context,
    async settle() {
      await Promise.all(endings.map((end) => end()));
      await Promise.all([context.keys.settled(), context.keyUsage.settled(), counts.settled()]);
    },
  };
}

function observeDatabase(metrics: Metrics, database: Database): void {
  metrics.gauge('dream_database_connections', 'Connections to the database.', () => database.connections().total);
  metrics.gauge('dream_database_connections_idle', 'Connections that nobody uses.', () => database.connections().idle);
  metrics.gauge('dream_database_waiting', 'Requests waiting for a connection.', () => database.connections().waiting);
}
