import type { Middleware } from './middleware.ts';
import {
  admitted,
  idOf,
  isAboutBody,
  type NodeRequest,
  permissionCheck,
  type PermissionOptions,
} from './node-frameworks.ts';

/** What is needed of Express's response. */
export interface ExpressResponse {
  readonly headersSent: boolean;
  /** What has been set so far; Express has both, but a stand-in for its response need not. */
  getHeaderNames?(): readonly string[];
  removeHeader?(name: string): unknown;
  setHeader(name: string, value: string): unknown;
  status(status: number): { end(body: string): unknown };
}

type Next = (error?: unknown) => void;
type ExpressHandler<Asked> = (request: Asked, response: ExpressResponse, next: Next) => Promise<void>;

export interface ExpressMiddleware {
  /** Only lets through who is signed in; `contextOf(request)` says who that is, and about which tenant they ask. */
  withTenant(): ExpressHandler<NodeRequest>;
  /** Only lets through who may do this. */
  requirePermission<Asked extends NodeRequest = NodeRequest>(
    permission: string,
    options?: PermissionOptions<Asked>,
  ): ExpressHandler<NoInfer<Asked>>;
  /** Answers what handlers throw. It comes last: `app.use(express.errorHandler())`. */
  errorHandler(): (error: unknown, request: NodeRequest, response: ExpressResponse, next: Next) => void;
}

export function expressMiddleware(middleware: Middleware): ExpressMiddleware {
  const answer = (thrown: unknown, request: NodeRequest, response: ExpressResponse): void => {
    const { body, headers, status } = middleware.answerTo(thrown, idOf(middleware, request));
    // Somebody else has answered meanwhile, as what watches over the time does.
    if (response.headersSent) return;
    for (const name of response.getHeaderNames?.() ?? []) if (isAboutBody(name)) response.removeHeader?.(name);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.status(status).end(JSON.stringify(body));
  };
  const after =
    <Asked extends NodeRequest>(check: (request: Asked) => Promise<unknown>): ExpressHandler<Asked> =>
    async (request, response, next) => {
      try {
        await check(request);
        if (response.headersSent) return;
        response.setHeader('X-Request-Id', idOf(middleware, request));
      } catch (thrown) {
        answer(thrown, request, response);
        return;
      }
      next();
    };
  return {
    withTenant: () => after((request: NodeRequest) => admitted(middleware, request)),
    requirePermission: (permission, options = {}) => after(permissionCheck(middleware, permission, options)),
    errorHandler: () => (error, request, response, next) => {
      // What has begun to be answered, only Express can break off.
      if (response.headersSent) next(error);
      else answer(error, request, response);
    },
  };
}
