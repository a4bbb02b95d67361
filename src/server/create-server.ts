import { setMaxListeners } from 'node:events';
import { finished } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from '../db/contract.ts';
import { makeError } from '../engine/platform-error/index.ts';
import { masterKeyLength } from '../engine/sealing/seal-secret.ts';
import type { Host } from '../host/contract.ts';
import { KnownSettings } from './auth/directory-settings.ts';
import { KeyUsage } from './auth/key-usage.ts';
import { KnownKeys } from './auth/known-keys.ts';
import { scopesOf } from './auth/scope.ts';
import { TokenVerifier } from './auth/tokens/verify-tokens.ts';
import { Users } from './auth/users.ts';
import { allowBrowsers } from './browsers/allow-browsers.ts';
import { checkOperations } from './check-operations.ts';
import { createFastify } from './create-fastify.ts';
import type { Operation, PublicDocument } from './contract.ts';
import type { Worker } from './worker.ts';
import type { Directory } from './directory.ts';
import { serverErrors } from './errors.ts';
import { FreshConnections } from './fresh-connections.ts';
import { TogetherRunner } from './gather/run-together.ts';
import { pruneAnswers } from './idempotency/prune-answers.ts';
import { Attempts } from './limits/attempts.ts';
import { defaultLimits, type RateLimits } from './limits/limit.ts';
import { RateLimiter } from './limits/rate-limiter.ts';
import { SharedCounts } from './limits/shared-counts.ts';
import { standardOutput } from './log-lines.ts';
import type { LogLevel, LogStream } from './logging.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { mountOperation } from './mount-operation.ts';
import { answerUnknownPaths } from './not-found.ts';
import type { AboutApi } from './openapi/openapi.ts';
import { servedDocument } from './openapi/served-document.ts';
import { mountDocuments, placeDocuments } from './public-documents.ts';
import { compileOnFirstUse } from './request/compile-on-first-use.ts';
import { readApiVersion } from './request/api-version.ts';
import { acceptJsonBodies } from './request/accept-json-bodies.ts';
import { recordBeside } from './record/record-beside.ts';
import { Refusals } from './record/refusals.ts';
import { sendError } from './response/send-error.ts';
import { RunningWork } from './running-work.ts';
import type { ServerContext } from './server-context.ts';
import { mountServiceRoutes } from './service-routes.ts';
import type { Trail } from './trail.ts';
import { OpenStreams } from './streams/open-streams.ts';
import { WorkerRunner } from './workers/worker-runner.ts';

/*
 * The HTTP server: establishes who is asking, checks the request, runs the operation in one transaction,
 * remembers answers, shapes errors. It mounts the operations it is given and knows none of them by name;
 * it must not know what a plan or a flag is, nor print anything.
 */

export interface ServerOptions {
  readonly host: Host;
  /** Opened and migrated; whoever opened it closes it, after the server. */
  readonly database: Database;
  readonly operations: readonly Operation[];
  /** Who keeps tenants and users. Absent, no token of a user is taken, and there are no tenants. */
  readonly directory?: Directory;
  /** Who keeps the record of what was done. Absent, nobody does. */
  readonly trail?: Trail;
  /** What anybody may read without a key. */
  readonly documents?: readonly PublicDocument[];
  /** What is done beside requests, once somebody calls `startWork`. */
  readonly workers?: readonly Worker[];
  /** Origins whose pages may call what publishable keys may: `https://app.acme.com`, `https://*.acme.com`, `*`. Default: none. */
  readonly allowedOrigins?: readonly string[];
  /** Where the server is reached from outside, without a slash at its end: `https://dream.acme.com`. */
  readonly publicUrl?: string;
  /** 32 bytes, or null: sensitive answers are then not kept for replay, and secrets cannot be set. */
  readonly masterKey: Uint8Array | null;
  /** `local_…`: lets the machine's own user in. Only for embedded servers. */
  readonly localToken?: string;
  /** How many requests are answered. Default: {@link defaultLimits}. */
  readonly limits?: RateLimits;
  /** Addresses and networks of proxies whose word about the address of a client is taken. Default: nobody's. */
  readonly trustedProxies?: readonly string[];
  /** What the OpenAPI document says besides the operations. */
  readonly about?: AboutApi;
  /** The product's version. */
  readonly version: string;
  /** Default `info`. */
  readonly logLevel?: LogLevel;
  /** Default: standard output. */
  readonly logStream?: LogStream;
  /** One set for each server. Default: a new one, without figures of the process. */
  readonly metrics?: Metrics;
  /** Milliseconds that running requests get on `close`. Default 10,000. */
  readonly stopDeadline?: number;
}

export interface InjectedRequest {
  readonly method: Operation['method'];
  /** With query string: `/v1/keys?page=2`. */
  readonly path: string;
  readonly headers?: { readonly [name: string]: string };
  /** JSON text, or the bytes of one; its content type is for the caller to name. */
  readonly body?: string | Buffer;
}

export interface InjectedResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

export interface InjectedStream {
  readonly status: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface ControlPlaneServer {
  readonly metrics: Metrics;
  /** Starts listening; port 0 takes a free one. Resolves to the server's URL. */
  listen(address: { readonly host: string; readonly port: number }): Promise<string>;
  /** Answers a request without a network: the same path through the server. */
  inject(request: InjectedRequest): Promise<InjectedResponse>;
  /** The same for an answer that may be larger than any memory. */
  injectStream(request: InjectedRequest): Promise<InjectedStream>;
  /** Begins with what is done beside requests, and goes on with it until `close`. */
  startWork(): void;
  /** Tells the log of what went wrong where no request hears of it. */
  report(problem: unknown): void;
  /** Does all that there is to do beside requests at this moment, once. */
  work(): Promise<void>;
  /** Refuses new requests, finishes running ones within the deadline, then cuts off what is left. */
  close(): Promise<void>;
}

/** Throws a RangeError when the operation table contradicts itself or the master key has the wrong length. */
export async function createServer(options: ServerOptions): Promise<ControlPlaneServer> {
  const { host, database, operations, masterKey, localToken, version, publicUrl } = options;
  checkOperations(operations);
  if (masterKey !== null && masterKey.length !== masterKeyLength) {
    throw new RangeError(`a master key is ${masterKeyLength} bytes, not ${masterKey.length}`);
  }
  const stopping = new AbortController();
  // Each open stream listens for it.
  setMaxListeners(0, stopping.signal);
  const lines = options.logStream === undefined && options.logLevel !== 'silent' ? standardOutput() : undefined;
  const app = createFastify(lines === undefined ? options : { ...options, logStream: lines });
  const report = (problem: unknown) => app.log.warn({ err: problem }, 'work in the background failed');
  const directory = options.directory ?? null;
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
    trail: options.trail ?? null,
    recordBeside: recordBeside({ trail: options.trail ?? null, ids: host.ids }),
    refusals: new Refusals({ database, trail: options.trail ?? null, clock: host.clock, report }),
    settings,
    keys: new KnownKeys(database),
    users: new Users(database, directory, settings, new TokenVerifier(host, masterKey)),
    scopes,
    attempts: new Attempts(limits.attempts, host.clock),
    limiter: new RateLimiter(limits, counts),
    metrics: options.metrics ?? createMetrics(),
    keyUsage: new KeyUsage(database, report),
    together: new TogetherRunner({
      database,
      directory,
      clock: host.clock,
      scopes,
      ids: host.ids,
      trail: options.trail ?? null,
    }),
    running: new RunningWork(),
    streams: new OpenStreams(host.clock),
    background: {
      read: (scope, work) => database.withEnvironment(scope, 'read', work),
      write: (scope, work) => database.withEnvironment(scope, 'write', work),
      atTheEnd: (work) => endings.push(work),
      subscribe: (handler) => database.subscribe(handler),
      stopping: stopping.signal,
      report,
    },
    isStopping: () => stopping.signal.aborted,
  };
  observeDatabase(context.metrics, database);
  context.metrics.gauge('dream_open_streams', 'Streams of events being read.', () => context.streams.count);
  const worker = new WorkerRunner(options.workers ?? [], {
    database,
    clock: host.clock,
    signal: stopping.signal,
    report,
  });
  for (const { name, help, read } of worker.gauges) context.metrics.gauge(name, help, read);
  const pruning = pruneAnswers(database, host.clock, report);

  compileOnFirstUse(app);
  acceptJsonBodies(app);
  observeRequests(app, context);
  const fresh = new FreshConnections(app.server);
  app.setErrorHandler((error, request, reply) => sendError(request, reply, error));
  const documents = placeDocuments(options.documents ?? [], publicUrl);
  answerUnknownPaths(app, [...documents, ...operations]);
  mountServiceRoutes(app, context, servedDocument(operations, version, options.about));
  mountDocuments(app, documents, publicUrl);
  allowBrowsers(app, operations, options.allowedOrigins ?? []);
  for (const operation of operations) {
    mountOperation(app, context, operation);
  }
  await app.ready();

  return {
    metrics: context.metrics,
    listen: (address) => app.listen(address),
    async inject({ method, path, headers = {}, body }) {
      const response = await app.inject({
        method,
        url: path,
        headers: { ...headers },
        ...(body === undefined ? {} : { payload: body }),
      });
      const received = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const);
      return { status: response.statusCode, headers: Object.fromEntries(received), body: response.payload };
    },
    async injectStream({ method, path, headers = {} }) {
      const response = await app.inject({ method, url: path, headers: { ...headers }, payloadAsStream: true });
      return { status: response.statusCode, chunks: response.stream() };
    },
    startWork: () => worker.start(),
    report,
    work: () => worker.workOnce(),
    async close() {
      stopping.abort();
      pruning.stop();
      await worker.settled();
      await stop(app, context.running, fresh, options.stopDeadline ?? 10_000);
      await Promise.all(endings.map((end) => end()));
      const { keys, keyUsage } = context;
      await Promise.all([keys.settled(), keyUsage.settled(), pruning.settled(), counts.settled()]);
      lines?.flushSync();
    },
  };
}

function observeDatabase(metrics: Metrics, database: Database): void {
  metrics.gauge('dream_database_connections', 'Connections to the database.', () => database.connections().total);
  metrics.gauge('dream_database_connections_idle', 'Connections that nobody uses.', () => database.connections().idle);
  metrics.gauge('dream_database_waiting', 'Requests waiting for a connection.', () => database.connections().waiting);
}

/** What happens to every request, whatever its path. */
function observeRequests(app: FastifyInstance, context: ServerContext): void {
  const { metrics, running } = context;
  app.addHook('onRequest', async (request, reply) => {
    metrics.requestStarted();
    running.started();
    // Not by `onResponse`, which never comes for a caller who has gone before the end.
    finished(reply.raw, () => {
      metrics.requestFinished(operationOf(request), reply.statusCode, reply.elapsedTime / 1000);
      running.finished();
    });
    reply.headers({ 'x-request-id': request.id, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    reply.header('dream-version', readApiVersion(request.headers['dream-version']));
    if (context.isStopping() && operationOf(request) !== 'health' && operationOf(request) !== 'ready') {
      reply.header('connection', 'close');
      throw makeError(serverErrors.unavailable, { message: 'The server is stopping.' });
    }
  });
}

function operationOf(request: FastifyRequest): string {
  const operation: unknown = Reflect.get(request.routeOptions.config, 'operation');
  return typeof operation === 'string' ? operation : 'unknown';
}

async function stop(
  app: FastifyInstance,
  running: RunningWork,
  fresh: FreshConnections,
  deadline: number,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, deadline);
  });
  // Requests of the in-process client have no connection, so they are waited for by count.
  const closed = running.none().then(() => {
    fresh.close();
    return app.close();
  });
  await Promise.race([closed, late]);
  clearTimeout(timer);
  app.server.closeAllConnections();
  await app.close();
}
