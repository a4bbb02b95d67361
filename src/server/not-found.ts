import type { FastifyInstance } from 'fastify';
import { makeError } from '../engine/platform-error/index.ts';
import type { Operation } from './contract.ts';
import { requestErrors } from './errors.ts';
import { sendError } from './response/send-error.ts';

/** 404 for paths nobody knows; 405 with `Allow` for paths that exist with other methods. */
export function answerUnknownPaths(app: FastifyInstance, operations: readonly Operation[]): void {
  const paths = operations.map(({ method, path }) => ({ method, pattern: patternOf(path) }));
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const allowed = [...new Set(paths.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))];
    if (allowed.length === 0) {
      return sendError(
        request,
        reply,
        makeError(requestErrors.unknownPath, {
          message: 'No operation has this path. /openapi.json lists those that exist.',
        }),
      );
    }
    reply.header('allow', allowed.join(', '));
    return sendError(
      request,
      reply,
      makeError(requestErrors.methodNotAllowed, { message: `This path answers to ${allowed.join(', ')} only.` }),
    );
  });
}

function patternOf(path: string): RegExp {
  const escaped = path.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
