import type { FastifyInstance } from 'fastify';
import { makeError } from '../engine/platform-error/index.ts';
import type { Operation } from './operation.ts';
import { requestErrors } from './request/errors.ts';
import { patternOf } from './path-pattern.ts';
import { servicePaths } from './service-routes.ts';

/**
 * 404 for paths nobody knows; 405 with `Allow` for paths that exist with other methods. As a hook and not as the
 * handler of what is not found: that one comes after the body, whose mistakes would be told instead.
 */
export function answerUnknownPaths(
  app: FastifyInstance,
  operations: readonly Pick<Operation, 'method' | 'path'>[],
): void {
  const service = servicePaths.map((path) => ({ method: 'GET', path }));
  const paths = [...service, ...operations].map(({ method, path }) => ({ method, pattern: patternOf(path) }));
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return;
    const path = request.url.split('?')[0] ?? '';
    const methods = paths.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    if (methods.length === 0) {
      throw makeError(requestErrors.unknownPath, {
        message: 'No operation has this path. /openapi.json lists those that exist.',
      });
    }
    // Whatever can be got answers to HEAD as well.
    const allowed = new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])));
    const list = [...allowed].join(', ');
    void reply.header('allow', list);
    throw makeError(requestErrors.methodNotAllowed, { message: `This path answers to ${list} only.` });
  });
}
