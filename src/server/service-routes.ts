import type { FastifyInstance } from 'fastify';
import { makeError } from '../engine/platform-error/index.ts';
import { serverErrors } from './server-errors.ts';
import type { ServerContext } from './server-context.ts';

/** Where that is asked, with GET. */
export const servicePaths = ['/health', '/ready', '/metrics', '/openapi.json'] as const;

/** What those who run the server ask. No key is needed, and nothing of any environment is told. */
export function mountServiceRoutes(app: FastifyInstance, context: ServerContext, openApi: () => string): void {
  /** The process is alive; says nothing of the database, so that a lost database does not restart the server. */
  app.get('/health', { config: { operation: 'health' } }, async (_request, reply) =>
    reply.send({ status: 'alive', version: context.version }),
  );

  /** Requests will be answered. A database is only ever handed to a server with its migrations done. */
  app.get('/ready', { config: { operation: 'ready' } }, async (_request, reply) => {
    if (context.isStopping()) {
      throw makeError(serverErrors.unavailable, { message: 'The server is stopping.' });
    }
    try {
      await context.database.ping();
    } catch (problem) {
      throw makeError(serverErrors.unavailable, { message: 'The database does not answer.', cause: problem });
    }
    return reply.send({ status: 'ready', database: context.database.kind });
  });

  app.get('/metrics', { config: { operation: 'metrics' } }, async (_request, reply) => {
    const { contentType, text } = await context.metrics.expose();
    return reply.type(contentType).send(text);
  });

  app.get('/openapi.json', { config: { operation: 'openapi' } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(openApi()),
  );
}
