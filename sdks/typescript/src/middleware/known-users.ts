import { ResponseError } from '../core/errors.ts';
import { isObject } from '../core/json.ts';
import { AuthenticationError, AuthorizationError } from '../core/platform-error.ts';
import type { MiddlewareClient, SignedInUser } from './contract.ts';
import { tokenEnd } from './request-token.ts';

interface Known {
  readonly user: Promise<SignedInUser>;
  /** By `performance.now()`. */
  until: number;
}

/** As many are kept; whoever sends made-up tokens makes the oldest forgotten, and no more. */
const most = 2_000;

/** Who tokens belong to, as the server said a moment ago. Whom it refused is kept as well. */
export class KnownUsers {
  readonly #client: MiddlewareClient;
  readonly #timeToLive: number;
  readonly #known = new Map<string, Known>();

  constructor(client: MiddlewareClient, timeToLive: number) {
    this.#client = client;
    this.#timeToLive = timeToLive;
  }

  /**
   * The one that is kept, for all who ask: nobody may edit it.
   * @throws DreamError what `me.get` throws, and a ResponseError where that says of nobody who they are
   */
  of(token: string, tenant: string | undefined): Promise<SignedInUser> {
    const name = `${token} ${tenant ?? ''}`;
    const before = this.#known.get(name);
    if (before !== undefined && performance.now() < before.until) return before.user;
    const askedAt = performance.now();
    const left = tokenEnd(token) - Date.now();
    const asked = this.#ask(token, tenant);
    // Whoever comes once the token is over is not told what was asked for before, however long the answer takes.
    const known: Known = { user: asked, until: left > 0 ? askedAt + left : Number.POSITIVE_INFINITY };
    this.#known.delete(name);
    this.#known.set(name, known);
    if (this.#known.size > most)
      for (const oldest of [...this.#known.keys()].slice(0, most / 10)) this.#known.delete(oldest);
    asked.then(
      () => {
        known.until = askedAt + Math.min(this.#timeToLive, left);
      },
      (thrown: unknown) => {
        const isSaid = thrown instanceof AuthenticationError || thrown instanceof AuthorizationError;
        known.until = isSaid ? askedAt + this.#timeToLive : 0;
      },
    );
    return asked;
  }

  async #ask(userToken: string, tenant: string | undefined): Promise<SignedInUser> {
    const user: unknown = await this.#client.withOptions({ userToken, tenant: tenant ?? null }).me.get();
    if (isUser(user)) return user;
    throw new ResponseError('me.get: the answer is no user: has something in between answered?', {
      status: 200,
      headers: new Headers(),
      body: JSON.stringify(user) ?? '',
    });
  }
}

/** Whoever is let in without an id, or a tenant, would be let in everywhere that nobody looks twice. */
function isUser(value: unknown): value is SignedInUser {
  if (!isObject(value)) return false;
  const { id, permissions, roles, tenantId } = value;
  return [id, tenantId].every((text) => isText(text) && text !== '') && [roles, permissions].every(isTexts);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
