import { finished } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { makeError } from '../engine/platform-error/index.ts';
import { readApiVersion } from './request/api-version.ts';
import { serverErrors } from './server-errors.ts';
import type { ServerContext } from './server-context.ts';

/** Whoever only looks, every few seconds, whether the server is well: nothing comes of that. */
const watching: ReadonlySet<string> = new Set(['health', 'ready', 'metrics']);

/** What happens to every request, whatever its path. */
export function observeRequests(app: FastifyInstance, context: ServerContext): void {
  const { activity, metrics, running } = context;
  app.addHook('onRequest', async (request, reply) => {
    metrics.requestStarted();
    running.started();
    const isWatching = watching.has(operationOf(request));
    if (!isWatching) activity.requestStarted();
    // Not by `onResponse`, which never comes for a caller who has gone before the end.
    finished(reply.raw, () => {
      metrics.requestFinished(operationOf(request), reply.statusCode, reply.elapsedTime / 1000);
      running.finished();
      if (!isWatching) activity.requestFinished();
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
