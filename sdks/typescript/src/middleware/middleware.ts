import { ConfigurationError } from '../core/errors.ts';
import { notify } from '../core/hooks.ts';
import { isObject } from '../core/json.ts';
import { AuthenticationError, AuthorizationError, ValidationError } from '../core/platform-error.ts';
import { permissionParts } from '../permissions/matches-permission.ts';
import type { LocalDecision } from '../permissions/local-decision.ts';
import type { ResourceInHand } from '../permissions/role-policy.ts';
import type { HeaderReader, MiddlewareOptions, RequestContext, SignedInUser } from './contract.ts';
import { type DecidedHere, decideHere } from './decide-here.ts';
import { causeOf, type ErrorAnswer, errorAnswer, NotAdmitted } from './error-answer.ts';
import { KnownUsers } from './known-users.ts';
import { bearerToken, checkToken, tokenRevision } from './request-token.ts';
import { requireResource } from './require-resource.ts';

/**
 * Who is asking an application, what they may do, and how its errors look; for any framework. `createApiHandler`,
 * `expressMiddleware` and `fastifyMiddleware` put it into one.
 */
export class Middleware {
  readonly #options: MiddlewareOptions;
  readonly #users: KnownUsers;

  /** @throws ConfigurationError for a `timeToLive` below 0, and for a client without a publishable key */
  constructor(options: MiddlewareOptions) {
    const { client, timeToLive = 5_000 } = options;
    if (!(timeToLive >= 0)) throw new ConfigurationError('timeToLive must be 0 milliseconds or more');
    // What a user's token cannot go by would be found out by every request.
    client.withOptions({ userToken: () => null });
    this.#options = { ...options };
    this.#users = new KnownUsers(client, timeToLive);
  }

  /** That of the request, where it has one that may stand in a log and in a header, else a new one. */
  requestIdOf(header: HeaderReader): string {
    const given = header('x-request-id');
    return given !== undefined && /^[\w.-]{1,128}$/.test(given)
      ? given
      : `req_${crypto.randomUUID().replaceAll('-', '')}`;
  }

  /**
   * Who is asking, and about which tenant; the server says.
   * @throws NotAdmitted with what says why not, for `answerTo`
   */
  async admit(header: HeaderReader, requestId: string): Promise<RequestContext> {
    try {
      const { tenantOf, tokenOf } = this.#options;
      const token = tokenOf === undefined ? bearerToken(header('authorization')) : tokenOf(header);
      checkToken(token);
      const tenant = (tenantOf === undefined ? header('x-tenant-id') : tenantOf(header)) || undefined;
      checkTenant(tenant);
      return this.#contextOf(token, await this.#users.of(token, tenant), requestId);
    } catch (thrown) {
      throw new NotAdmitted(thrown);
    }
  }

  /** The error as it is answered; `onError` is told of what nobody did on purpose. */
  answerTo(thrown: unknown, requestId: string): ErrorAnswer {
    const answer = errorAnswer(thrown, requestId);
    if (answer.status >= 500) {
      notify(this.#options.onError, causeOf(thrown), { requestId });
    }
    return answer;
  }

  #contextOf(token: string, kept: SignedInUser, requestId: string): RequestContext {
    // A copy: what a handler does to it must not be what the next request is told.
    const user = structuredClone(kept);
    const { id, plan, roles, tenantId } = user;
    return {
      user,
      tenantId,
      requestId,
      flagContext: { user: { key: id, roles }, tenant: { key: tenantId, plan } },
      authorize: async (permission, resource) => {
        requirePermissions([permission]);
        if (resource !== undefined && resource !== null) requireResource(resource);
        if (await this.#mayDo(token, kept, permission, resource)) return;
        throw new AuthorizationError({
          code: 'access/permission-denied',
          message: `The user may not do this: ${permission}.`,
          userMessage: 'You do not have access to this.',
        });
      },
    };
  }

  async #mayDo(
    userToken: string,
    user: SignedInUser,
    permission: string,
    resource: ResourceInHand | null | undefined,
  ): Promise<boolean> {
    const { client, permissions } = this.#options;
    const here = decideHere(user, permissions, permission, resource);
    if (here !== undefined) {
      this.#report(here, userToken, user, { permission, resource });
      return here.allowed;
    }
    const [type = '', ...action] = permission.split(':');
    const { id, properties } = resource ?? {};
    const asked = {
      type,
      ...(id === undefined || id === null ? {} : { id }),
      ...(isObject(properties) ? { properties } : {}),
    };
    const asUser = client.withOptions({ userToken, tenant: user.tenantId });
    try {
      const verdict = await asUser.access.check({ action: action.join(':'), resource: asked });
      return verdict.allowed === true;
    } catch (thrown) {
      // The token was good a moment ago: it is about the user all the same.
      throw thrown instanceof AuthenticationError ? new NotAdmitted(thrown) : thrown;
    }
  }

  /** Where it is known by which policy it was decided. */
  #report(
    { allowed, revision }: DecidedHere,
    userToken: string,
    { id, tenantId: tenant }: SignedInUser,
    asked: Pick<LocalDecision, 'permission' | 'resource'>,
  ): void {
    const { decisions } = this.#options;
    const policyRevision = decisions === undefined ? undefined : (revision ?? tokenRevision(userToken));
    if (policyRevision === undefined) return;
    notify((told) => decisions?.report(told), { ...asked, subject: { id }, tenant, allowed, policyRevision });
  }
}

/** What no tenant can be called would not even go into a header, and be the application's mistake then. */
function checkTenant(tenant: string | undefined): void {
  if (tenant === undefined || /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(tenant)) return;
  throw new ValidationError({
    code: 'auth/malformed-tenant',
    message: 'This can be the id of no tenant.',
    userMessage: 'This request is not as it must be.',
    param: 'X-Tenant-ID',
  });
}

/** @throws ConfigurationError where one is no permission: nobody could ever have it */
export function requirePermissions(permissions: readonly string[]): void {
  if (!Array.isArray(permissions)) throw new ConfigurationError('permissions must be a list');
  const wrong = permissions.find((permission) => permissionParts(permission) === undefined);
  if (wrong !== undefined) throw new ConfigurationError(`'${wrong}' is no permission, such as invoice:read`);
}
