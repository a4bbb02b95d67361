import { setMaxListeners } from 'node:events';
import { masterKeyLength } from '../engine/sealing/seal-secret.ts';
import { allowBrowsers } from './browsers/allow-browsers.ts';
import { checkOperations } from './check-operations.ts';
import type { ControlPlaneServer } from './control-plane-server.ts';
import { createContext } from './create-context.ts';
import { createFastify } from './create-fastify.ts';
import { FreshConnections } from './fresh-connections.ts';
import { pruneAnswers } from './idempotency/prune-answers.ts';
import { standardOutput } from './log-lines.ts';
import { mountOperation } from './mount-operation.ts';
import { answerUnknownPaths } from './not-found.ts';
import { observeRequests } from './observe-requests.ts';
import { servedDocument } from './openapi/served-document.ts';
import { mountDocuments, placeDocuments } from './public-documents.ts';
import { acceptJsonBodies } from './request/accept-json-bodies.ts';
import { compileOnFirstUse } from './request/compile-on-first-use.ts';
import { sendError } from './response/send-error.ts';
import type { ServerOptions } from './server-options.ts';
import { mountServiceRoutes } from './service-routes.ts';
import { stopServer } from './stop-server.ts';
import { WorkerRunner } from './workers/worker-runner.ts';

/*
 * The HTTP server: establishes who is asking, checks the request, runs the operation in one transaction,
 * remembers answers, shapes errors. It mounts the operations it is given and knows none of them by name;
 * it must not know what a plan or a flag is, nor print anything.
 */

/** Throws a RangeError when the operation table contradicts itself or the master key has the wrong length. */
export async function createServer(options: ServerOptions): Promise<ControlPlaneServer> {
  const { host, database, operations, masterKey, version, publicUrl } = options;
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
  const { context, settle } = createContext(options, stopping.signal, report);
  const worker = new WorkerRunner(options.workers ?? [], {
    database,
    clock: host.clock,
    signal: stopping.signal,
    report,
    // No other process may open an embedded database.
    ...(database.kind === 'embedded' ? { activity: context.activity } : {}),
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
    warn: (message) => app.log.warn(message),
    work: () => worker.workOnce(),
    async close() {
      stopping.abort();
      pruning.stop();
      await worker.settled();
      await stopServer(app, context.running, fresh, options.stopDeadline ?? 10_000);
      await Promise.all([settle(), pruning.settled()]);
      lines?.flushSync();
    },
  };
}
