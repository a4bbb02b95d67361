import { createLocalJWKSet, type JSONWebKeySet, type LocalJWKSet } from 'jose';
import { isJsonObject, type JsonObject } from '../../../engine/json.ts';
import { textOf } from '../../../engine/json-fields.ts';
import { isPrivateAddress } from '../../../engine/values/network.ts';
import type { Clock, Http } from '../../../host/contract.ts';
import type { IdentityProvider } from '../../directory.ts';

/** Milliseconds. */
const answerTimeout = 5_000;
/** After this the keys are fetched anew: one that was withdrawn must not be believed much longer. */
const freshFor = 10 * 60_000;
/** Between two attempts: tokens with invented key ids must not make the server ask its provider all the time. */
const cooldown = 10_000;
/** A provider that does not answer may have been away for so long before its keys are given up. */
const believedFor = 24 * 60 * 60_000;
/** Bytes. */
const largestDocument = 512 * 1024;

interface FetchedKeys {
  readonly find: LocalJWKSet;
  readonly text: string;
  readonly fetchedAt: number;
}

/** The keys of one identity provider: fetched when first needed, kept, fetched anew when they may have changed. */
export class PublishedKeys {
  readonly #provider: Pick<IdentityProvider, 'issuer' | 'jwks'>;
  readonly #host: { readonly clock: Clock; readonly http: Http };
  #keys: FetchedKeys | null = null;
  #problem: unknown = null;
  #triedAt = Number.NEGATIVE_INFINITY;
  #fetching: Promise<void> | null = null;
  #generation = 0;

  constructor(
    provider: Pick<IdentityProvider, 'issuer' | 'jwks'>,
    host: { readonly clock: Clock; readonly http: Http },
  ) {
    this.#provider = provider;
    this.#host = host;
  }

  /** Another one: the provider publishes other keys than before, so what was verified by the old ones counts no more. */
  get generation(): number {
    return this.#generation;
  }

  /** Fetches in the background what is due to be fetched anew. */
  refreshIfDue(): void {
    if (this.#isDue()) void this.#fetch();
  }

  /** The keys at hand, fetched if they are not or are old. Null when there are none to be had; `problem` says why. */
  async current(): Promise<LocalJWKSet | null> {
    if (this.#keys === null || this.#isDue()) await this.#fetchUnlessJustTried();
    const now = this.#host.clock.now().getTime();
    return this.#keys !== null && now - this.#keys.fetchedAt < believedFor ? this.#keys.find : null;
  }

  /** The keys after asking for new ones, since those at hand did not fit. Null: the last answer is too recent to ask again. */
  async newer(): Promise<LocalJWKSet | null> {
    const before = this.#keys;
    await this.#fetchUnlessJustTried();
    return this.#keys === before ? null : (this.#keys?.find ?? null);
  }

  get problem(): unknown {
    return this.#problem;
  }

  #isDue(): boolean {
    const now = this.#host.clock.now().getTime();
    return this.#keys !== null && now - this.#keys.fetchedAt >= freshFor && now - this.#triedAt >= cooldown;
  }

  async #fetchUnlessJustTried(): Promise<void> {
    if (this.#fetching !== null) return this.#fetching;
    if (this.#host.clock.now().getTime() - this.#triedAt >= cooldown) await this.#fetch();
  }

  /** Never rejects. Whoever comes meanwhile waits for the same answer. */
  #fetch(): Promise<void> {
    this.#triedAt = this.#host.clock.now().getTime();
    this.#fetching ??= this.#fetchOnce().finally(() => {
      this.#fetching = null;
    });
    return this.#fetching;
  }

  async #fetchOnce(): Promise<void> {
    const fetchedAt = this.#triedAt;
    try {
      const document = await this.#get(this.#provider.jwks ?? (await this.#discover()));
      const text = JSON.stringify(document);
      if (text !== this.#keys?.text) this.#generation += 1;
      this.#keys = { find: createLocalJWKSet(keySetOf(document)), text, fetchedAt };
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
  }

  /** OpenID Connect Discovery: the document must be the issuer's own, or anybody's keys could be put in its place. */
  async #discover(): Promise<string> {
    const { issuer } = this.#provider;
    const document = await this.#get(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    const address = document['jwks_uri'];
    if (document['issuer'] !== issuer) throw new Error(`the discovery document of ${issuer} names another issuer`);
    if (typeof address !== 'string' || !isPrivateAddress(address)) {
      throw new Error(`the discovery document of ${issuer} has no jwks_uri with https://`);
    }
    return address;
  }

  async #get(url: string): Promise<JsonObject> {
    const { status, text } = await this.#host.http.get({
      url,
      accept: 'application/json',
      timeout: answerTimeout,
      sizeLimit: largestDocument,
    });
    if (status !== 200) throw new Error(`${url} answered ${status}`);
    const document: unknown = JSON.parse(text);
    if (!isJsonObject(document)) throw new Error(`${url} answered with something other than a JSON object`);
    return document;
  }
}

function keySetOf(document: JsonObject): JSONWebKeySet {
  const { keys } = document;
  if (!Array.isArray(keys)) throw new Error('the document of keys has no list of keys');
  // One that says nothing of its type fits no token.
  return { keys: keys.filter(isJsonObject).map((key) => ({ ...key, kty: textOf(key['kty']) ?? '' })) };
}
