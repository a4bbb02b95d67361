import { ConfigurationError } from '../core/errors.ts';
import type { ResourceInHand } from '../permissions/role-policy.ts';
import type { HeaderReader, RequestContext } from './contract.ts';
import { type Middleware, requirePermissions } from './middleware.ts';
import { requireResource } from './require-resource.ts';

/** A request of Express, Fastify and others that are built on Node's own. */
export interface NodeRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export interface PermissionOptions<Asked> {
  /** What the request is about; asked after the user is known. */
  readonly resource?: ((request: Asked) => ResourceInHand | Promise<ResourceInHand>) | undefined;
}

/** Who is asking, by the request: no framework's types need to know. */
const latest = new WeakMap<object, RequestContext>();
/** Each middleware asks for itself: another client, or another way to get at the tenant, lets in somebody else. */
const contexts = new WeakMap<Middleware, WeakMap<object, RequestContext>>();
const requestIds = new WeakMap<object, string>();

/**
 * Who is asking, as the middleware says that looked at the request last.
 * @throws ConfigurationError where no middleware has looked at the request
 */
export function contextOf(request: object): RequestContext {
  const context = latest.get(request);
  if (context === undefined)
    throw new ConfigurationError(
      'No middleware has looked at this request: put withTenant() or requirePermission() before',
    );
  return context;
}

/** One id for a request, whoever asks for it. */
export function idOf(middleware: Middleware, request: NodeRequest): string {
  const requestId = requestIds.get(request) ?? middleware.requestIdOf(headerOf(request));
  requestIds.set(request, requestId);
  return requestId;
}

/** A middleware looks at a request once, whatever stands in its way afterwards. */
export async function admitted(middleware: Middleware, request: NodeRequest): Promise<RequestContext> {
  const known = contexts.get(middleware) ?? new WeakMap<object, RequestContext>();
  contexts.set(middleware, known);
  const context = known.get(request) ?? (await middleware.admit(headerOf(request), idOf(middleware, request)));
  known.set(request, context);
  latest.set(request, context);
  return context;
}

/** Goes on where whoever asks may do it. */
export function permissionCheck<Asked extends NodeRequest>(
  middleware: Middleware,
  permission: string,
  { resource }: PermissionOptions<Asked>,
): (request: Asked) => Promise<void> {
  requirePermissions([permission]);
  return async (request) => {
    const context = await admitted(middleware, request);
    const about = resource === undefined ? undefined : requireResource(await resource(request));
    await context.authorize(permission, about);
  };
}

/** Of a header that came twice, none: which one is meant, nobody knows. */
function headerOf({ headers }: NodeRequest): HeaderReader {
  return (name) => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
}

/** Headers that are about a body which was meant to be answered, and would make another unreadable, or be kept as it. */
export function isAboutBody(header: string): boolean {
  // What pages may load goes for errors as well.
  return /^(?:content-(?!security-policy).+|etag|last-modified|trailer|transfer-encoding)$/i.test(header);
}
