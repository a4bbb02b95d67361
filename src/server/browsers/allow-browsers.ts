import type { FastifyInstance, FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { makeError } from '../../engine/platform-error/index.ts';
import type { Operation } from '../operation.ts';
import { browserErrors } from './errors.ts';
import { originMatcher } from './origins.ts';

/** What a page may send, beyond what browsers let every page send. */
const allowedHeaders = [
  'Authorization',
  'Content-Type',
  'Dream-Environment',
  'Dream-Project',
  'Dream-Version',
  'Idempotency-Key',
  'If-None-Match',
  'Last-Event-ID',
  'X-API-Key',
  'X-Publishable-Key',
  'X-Request-ID',
  'X-Tenant-ID',
  'traceparent',
  'tracestate',
].join(', ');

/** What a page may read of an answer. */
const exposedHeaders = [
  'Dream-Should-Retry',
  'Dream-Version',
  'ETag',
  'Idempotent-Replayed',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'X-Request-ID',
].join(', ');

/** Seconds that a browser remembers what it may ask; none remembers it for longer. */
const preflightAge = '7200';

/**
 * Lets pages of these origins call what publishable keys may call, alone or with the token of a user, by the rules of
 * CORS. What only secret keys may call stays closed to every page, so it is decided for each route apart; whatever
 * answers all preflights alike cannot say that. Cookies are never taken. A preflight names no key, hence no
 * environment: the list is the server's.
 *
 * Call it before the operations are mounted. Without origins it does nothing, and no request pays for it.
 */
export function allowBrowsers(
  app: FastifyInstance,
  operations: readonly Pick<Operation, 'id' | 'auth'>[],
  origins: readonly string[],
): void {
  if (origins.length === 0) return;
  const isAllowed = originMatcher(origins);
  const open = new Set(operations.filter(({ auth }) => auth.some((mode) => mode !== 'secret')).map(({ id }) => id));
  const methodsOf = new Map<string, string[]>();

  const answerPage = (request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void => {
    reply.header('vary', 'Origin');
    const { authorization, origin, 'x-api-key': apiKey } = request.headers;
    if (origin === undefined || !isAllowed(origin)) {
      done();
      return;
    }
    reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', exposedHeaders);
    const presented = [authorization ?? '', `Bearer ${[apiKey].flat().join(' ')}`];
    done(
      presented.some(holdsSecret) ? secretKeyError(apiKey === undefined ? 'Authorization' : 'X-API-Key') : undefined,
    );
  };

  app.addHook('onRoute', (route) => {
    const operation: unknown = Reflect.get(route.config ?? {}, 'operation');
    if (typeof operation !== 'string' || !open.has(operation)) return;
    route.onRequest = [answerPage, ...[route.onRequest ?? []].flat()];
    const known = methodsOf.get(route.url);
    const methods = known ?? [];
    methods.push(...[route.method].flat());
    if (known !== undefined) return;
    methodsOf.set(route.url, methods);
    app.options(route.url, { config: { operation: 'preflight' } }, async (request, reply) => {
      const { origin } = request.headers;
      reply.headers({ vary: 'Origin', allow: methods.join(', ') });
      if (origin !== undefined && isAllowed(origin)) {
        reply.headers({
          'access-control-allow-origin': origin,
          'access-control-allow-methods': methods.join(', '),
          'access-control-allow-headers': allowedHeaders,
          'access-control-max-age': preflightAge,
        });
      }
      return reply.code(204).send();
    });
  });
}

/** A page could send one where operations take keys of both types; the preflight does not tell. */
function holdsSecret(authorization: string): boolean {
  return /^bearer +(sk|local)_/i.test(authorization);
}

function secretKeyError(param: string): Error {
  return makeError(browserErrors.secretKey, {
    message: 'A secret key is for servers, and this request comes from a page in a browser.',
    param,
  });
}
