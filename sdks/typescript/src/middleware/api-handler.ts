import { DreamError } from '../core/errors.ts';
import type { ResourceInHand } from '../permissions/role-policy.ts';
import type { RequestContext } from './contract.ts';
import type { ErrorAnswer } from './error-answer.ts';
import { type Middleware, requirePermissions } from './middleware.ts';
import { requireResource } from './require-resource.ts';

export interface HandlerOptions<Route> {
  /** Each of them, for the resource if there is one. */
  readonly requiredPermissions?: readonly string[] | undefined;
  /** What the request is about; asked after the user is known. */
  readonly resource?:
    | ((
        request: Request,
        context: RequestContext & { readonly route: Route },
      ) => ResourceInHand | Promise<ResourceInHand>)
    | undefined;
}

export type ApiHandler<Route> = (request: Request, context: RequestContext & { readonly route: Route }) => unknown;

/** As frameworks call it: with what they know of the route besides, if anything. */
export type RequestHandler<Route> = (
  request: Request,
  ...more: unknown extends Route ? [route?: Route] : [route: Route]
) => Promise<Response>;

/**
 * A handler of requests in the platform's own form, as Next.js, Hono, Remix and edges have it. What the given one returns
 * is answered: a `Response` as it is, nothing by 204, all else as JSON; what it throws, in the form of the server's errors,
 * but for what tells the framework itself what to answer, which is thrown on.
 *
 * @throws ConfigurationError where one of the permissions is none
 */
export function createApiHandler<Route = unknown>(
  middleware: Middleware,
  handler: ApiHandler<Route>,
  { requiredPermissions = [], resource }: HandlerOptions<Route> = {},
): RequestHandler<Route> {
  requirePermissions(requiredPermissions);
  return async (request, ...[route]) => {
    const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
    const requestId = middleware.requestIdOf(header);
    try {
      // Whoever says what the route is has a framework that gives it.
      const context = { ...(await middleware.admit(header, requestId)), route: route as Route };
      const isAsked = requiredPermissions.length > 0 && resource !== undefined;
      const about = isAsked ? requireResource(await resource(request, context)) : undefined;
      for (const permission of requiredPermissions) await context.authorize(permission, about);
      return withRequestId(responseOf(await handler(request, context)), requestId);
    } catch (thrown) {
      if (steers(thrown)) throw thrown;
      return errorResponse(middleware.answerTo(thrown, requestId));
    }
  };
}

/** What Next.js throws says so in its `digest`: that of others' errors is somebody else's word. */
const ofNext = /^(?:NEXT_|DYNAMIC_SERVER_USAGE|BAILOUT_TO_CLIENT_SIDE_RENDERING)/u;

/**
 * Whether this is no error, but how a framework is told what to answer: Remix by a `Response` that the program made, Next.js
 * by an error with a `digest` of its own, as `redirect()` and `notFound()` throw it. An answer that was fetched has an
 * address, and is none of the program's. Even to look at what was thrown may throw.
 */
function steers(thrown: unknown): boolean {
  try {
    if (thrown instanceof Response) return thrown.url === '';
    if (!(thrown instanceof Error) || thrown instanceof DreamError || !('digest' in thrown)) return false;
    return typeof thrown.digest === 'string' && ofNext.test(thrown.digest);
  } catch {
    return false;
  }
}

function responseOf(value: unknown): Response {
  if (value instanceof Response) return value;
  return value === undefined ? new Response(null, { status: 204 }) : Response.json(value);
}

/** The headers of some cannot be written to. */
function withRequestId(response: Response, requestId: string): Response {
  const headers = new Headers(response.headers);
  if (!headers.has('X-Request-Id')) headers.set('X-Request-Id', requestId);
  const { body, status, statusText } = response;
  return new Response(body, { status, statusText, headers });
}

function errorResponse({ body, headers, status }: ErrorAnswer): Response {
  return new Response(JSON.stringify(body), { status, headers });
}
