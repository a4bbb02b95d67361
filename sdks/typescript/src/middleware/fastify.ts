import type { Middleware } from './middleware.ts';
import {
  admitted,
  idOf,
  isAboutBody,
  type NodeRequest,
  permissionCheck,
  type PermissionOptions,
} from './node-frameworks.ts';

/** What is needed of Fastify's reply. */
export interface FastifyReply {
  /** What has been set so far; Fastify has both, but a stand-in for its reply need not. */
  getHeaders?(): object;
  removeHeader?(name: string): unknown;
  header(name: string, value: string): unknown;
  code(status: number): { send(body: unknown): unknown };
}

type FastifyHook<Asked> = (request: Asked, reply: FastifyReply) => Promise<unknown>;

export interface FastifyMiddleware {
  /** Only lets through who is signed in: `app.addHook('onRequest', dream.withTenant())`. `contextOf(request)` says who that is. */
  withTenant(): FastifyHook<NodeRequest>;
  /** Only lets through who may do this: `app.get('/x', { preHandler: dream.requirePermission('invoice:read') }, …)`. */
  requirePermission<Asked extends NodeRequest = NodeRequest>(
    permission: string,
    options?: PermissionOptions<Asked>,
  ): FastifyHook<NoInfer<Asked>>;
  /** Answers what handlers throw: `app.setErrorHandler(dream.errorHandler())`. */
  errorHandler(): (error: unknown, request: NodeRequest, reply: FastifyReply) => unknown;
}

export function fastifyMiddleware(middleware: Middleware): FastifyMiddleware {
  const answer = (thrown: unknown, request: NodeRequest, reply: FastifyReply): unknown => {
    const { body, headers, status } = middleware.answerTo(thrown, idOf(middleware, request));
    for (const name of Object.keys(reply.getHeaders?.() ?? {})) if (isAboutBody(name)) reply.removeHeader?.(name);
    for (const [name, value] of Object.entries(headers)) reply.header(name, value);
    return reply.code(status).send(body);
  };
  const after =
    <Asked extends NodeRequest>(check: (request: Asked) => Promise<unknown>): FastifyHook<Asked> =>
    async (request, reply) => {
      try {
        await check(request);
        reply.header('X-Request-Id', idOf(middleware, request));
        return undefined;
      } catch (thrown) {
        // A hook that has answered says so by giving its reply back.
        return answer(thrown, request, reply);
      }
    };
  return {
    withTenant: () => after((request: NodeRequest) => admitted(middleware, request)),
    requirePermission: (permission, options = {}) => after(permissionCheck(middleware, permission, options)),
    errorHandler: () => (error, request, reply) => answer(error, request, reply),
  };
}
