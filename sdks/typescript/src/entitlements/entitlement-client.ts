import { ConfigurationError, ConnectionError, ResponseError } from '../core/errors.ts';
import { isObject } from '../core/json.ts';
import type { CallOptions } from '../core/options.ts';
import { RateLimitError, ServerError } from '../core/platform-error.ts';

/** What a tenant has of one entitlement, as the server says it. */
export interface KnownAccess {
  readonly entitled: boolean;
  readonly expiresAt?: string;
  readonly resetsAt?: string;
}

/** What the entitlements need of a client; every `Dream` has it. */
export interface EntitlementSource<Access extends KnownAccess> {
  readonly entitlements: {
    evaluate(
      body: { readonly tenantId?: string },
      options?: CallOptions,
    ): PromiseLike<{ readonly [feature: string]: Access | undefined }>;
  };
}

export interface EntitlementClientOptions<Access extends KnownAccess> {
  readonly client: EntitlementSource<Access>;
  /**
   * Milliseconds for which an answer counts.
   * @default 5000
   */
  readonly timeToLive?: number | undefined;
  /**
   * Milliseconds for which it counts beyond that, while the server does not answer.
   * @default 300000
   */
  readonly staleFor?: number | undefined;
  /**
   * Of how many tenants answers are kept.
   * @default 1000
   */
  readonly tenants?: number | undefined;
}

/** For a key that no entitlement has. */
export interface UnknownEntitlement extends KnownAccess {
  readonly entitled: false;
  readonly type: 'unknown';
  readonly reason: 'unknown_entitlement';
}

interface Kept<Access> {
  readonly answer: Promise<ReadonlyMap<string, Access>>;
  /** By `performance.now()`. It is under way until then. */
  freshUntil: number;
  /** Until then the server is left in peace, since it did not answer; 0 where it did. */
  restUntil: number;
  /** The one before, for as long as this one is not there. */
  before: Kept<Access> | undefined;
}

/**
 * What tenants have, kept for a while in this process. What was used is as old as the answer: only `entitlements.use`
 * of the server takes anything.
 */
export class EntitlementClient<Access extends KnownAccess = KnownAccess> {
  readonly #client: EntitlementSource<Access>;
  readonly #timeToLive: number;
  readonly #staleFor: number;
  readonly #most: number;
  /** In the order in which they were asked for, the latest last. */
  readonly #kept = new Map<string, Kept<Access>>();

  /** @throws ConfigurationError for a time below 0, or a number of tenants below 1 */
  constructor({ client, staleFor = 300_000, tenants = 1_000, timeToLive = 5_000 }: EntitlementClientOptions<Access>) {
    if (!(timeToLive >= 0 && staleFor >= 0)) throw new ConfigurationError('timeToLive and staleFor must be 0 or more');
    if (!(tenants >= 1)) throw new ConfigurationError('tenants must be 1 or more');
    this.#client = client;
    this.#timeToLive = timeToLive;
    this.#staleFor = staleFor;
    this.#most = tenants;
  }

  /**
   * What the tenant has of one entitlement.
   * @throws ConfigurationError where the tenant is no text, or a blank one
   * @throws DreamError what `entitlements.evaluate` throws, unless what is kept may stand in for it
   */
  async get(tenant: string, feature: string): Promise<Access | UnknownEntitlement> {
    const known = (await this.#of(tenant)).get(feature);
    if (known === undefined) return { entitled: false, type: 'unknown', reason: 'unknown_entitlement' };
    // A copy: what whoever asks does to it must not be what the next is told.
    return structuredClone(known);
  }

  /** @throws DreamError as `get` */
  async has(tenant: string, feature: string): Promise<boolean> {
    return (await this.#of(tenant)).get(feature)?.entitled === true;
  }

  /**
   * What the tenant has of each, by key.
   * @throws DreamError as `get`
   */
  async all(tenant: string): Promise<Readonly<Record<string, Access>>> {
    return structuredClone(Object.fromEntries(await this.#of(tenant)));
  }

  /** Of the tenant, or of all, nothing is kept any more: after its plan was changed, say. */
  forget(tenant?: string): void {
    if (tenant === undefined) this.#kept.clear();
    else this.#kept.delete(tenant);
  }

  async #of(tenant: string): Promise<ReadonlyMap<string, Access>> {
    // Without one the server would be asked about that of the client.
    if (typeof tenant !== 'string' || tenant.trim() === '') {
      throw new ConfigurationError('Entitlements are those of a tenant: give its id');
    }
    const kept = this.#kept.get(tenant);
    const now = performance.now();
    const isEnough = kept !== undefined && now < Math.max(kept.freshUntil, kept.restUntil);
    const current = isEnough ? kept : this.#ask(tenant, kept);
    this.#kept.delete(tenant);
    this.#kept.set(tenant, current);
    for (const longest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(longest);
    }
    const { before } = current;
    // It did not answer a moment ago: nobody waits for all of its attempts again while there is something to give.
    if (before !== undefined && before.restUntil > 0 && now < this.#staleUntil(before)) return before.answer;
    try {
      return await current.answer;
    } catch (thrown) {
      if (before !== undefined && mayPass(thrown) && performance.now() < this.#staleUntil(before)) return before.answer;
      throw thrown;
    }
  }

  #staleUntil({ freshUntil }: Kept<Access>): number {
    return freshUntil + this.#staleFor;
  }

  #ask(tenant: string, before: Kept<Access> | undefined): Kept<Access> {
    const askedAt = performance.now();
    const answer = this.#evaluate(tenant);
    const kept: Kept<Access> = { answer, freshUntil: Number.POSITIVE_INFINITY, restUntil: 0, before };
    kept.answer.then(
      (known) => {
        kept.before = undefined;
        kept.freshUntil = askedAt + Math.min(this.#timeToLive, untilFirstEnd(known));
      },
      (thrown: unknown) => {
        if (before !== undefined) {
          const rest = mayPass(thrown) ? performance.now() + this.#timeToLive : 0;
          before.restUntil = Math.min(rest, this.#staleUntil(before));
        }
        if (this.#kept.get(tenant) !== kept) return;
        if (before === undefined) this.#kept.delete(tenant);
        else this.#kept.set(tenant, before);
      },
    );
    return kept;
  }

  async #evaluate(tenant: string): Promise<ReadonlyMap<string, Access>> {
    const answer = await this.#client.entitlements.evaluate({ tenantId: tenant });
    return new Map(
      Object.entries(answer ?? {}).flatMap(([key, access]) => {
        if (access === undefined || access === null) return [];
        if (isObject(access)) return [[key, access]];
        const body = JSON.stringify(answer);
        throw new ResponseError('An entitlement is no object', { status: 200, headers: new Headers(), body });
      }),
    );
  }
}

/** The server may answer well again soon. */
function mayPass(thrown: unknown): boolean {
  return thrown instanceof ConnectionError || thrown instanceof ServerError || thrown instanceof RateLimitError;
}

/** Milliseconds until an override ends or a count starts again. */
function untilFirstEnd(known: ReadonlyMap<string, KnownAccess>): number {
  const ends = [...known.values()].flatMap(({ expiresAt, resetsAt }) => [expiresAt, resetsAt]);
  const instants = ends.flatMap((end) => (end === undefined ? [] : [Date.parse(end) - Date.now()]));
  return Math.max(0, Math.min(Number.POSITIVE_INFINITY, ...instants.filter((left) => !Number.isNaN(left))));
}
