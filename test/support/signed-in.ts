// A server with an identity provider, a tenant and people in it. Usage:
//
//   const { as, me } = await startSignedIn(await databases.shared());
//   const answer = await me(await as('ada'));
import { hash } from 'node:crypto';
import type { Database } from '../../src/db/contract.ts';
import { isJsonObject, type JsonObject } from '../../src/engine/json.ts';
import { type Received, startServer, type TestServer, type TestServerOptions, textOf } from './test-server.ts';
import { type Seeds, seedsOn } from './tenancy.ts';
import { startIssuer, type TokenIssuer } from './token-issuer.ts';
import { wholeTable } from './whole-table.ts';

export type Headers = Readonly<Record<string, string>>;

export interface SignedIn extends TestServer {
  readonly issuer: TokenIssuer;
  readonly seed: Seeds;
  readonly publishableKey: string;
  /** Headers of a publishable key and a token: by default a good one, for tenant `acme`. */
  as(user: string, claims?: JsonObject, header?: JsonObject): Promise<Headers>;
  /** Headers with this token. */
  bearing(token: string): Headers;
  /** `GET /v1/me`. */
  me(headers: Headers): Promise<Received>;
  /** What the server says that a token of the user is to hold. */
  claimsOf(user: string, more?: JsonObject, tenant?: string): Promise<JsonObject>;
  /** Seconds since 1970, by the server's clock. */
  seconds(): number;
}

/**
 * Tenants `acme` and `globex`; roles viewer (`invoice:read`) and accountant (viewer, `invoice:*`, and
 * `report:export` under a condition). `ada` is accountant in acme, `bob` viewer in acme and globex.
 */
export async function startSignedIn(
  database: Database,
  provider: JsonObject = {},
  options: TestServerOptions = {},
): Promise<SignedIn> {
  const server = await startServer(database, { operations: wholeTable, ...options });
  const { call, admin, clock } = server;
  const issuer = await startIssuer();
  const seed = seedsOn({ call, headers: admin() });
  await seed.resources({
    'ResourceType/invoice': { actions: ['read', 'update'] },
    'ResourceType/report': { actions: ['read', 'export'] },
    'Role/viewer': { permissions: ['invoice:read'] },
    'Role/accountant': {
      inherits: ['viewer'],
      permissions: ['invoice:*', 'report:export'],
      conditions: { 'report:export': 'tenant.key == "acme"' },
    },
    'Plan/free': { rank: 1 },
    'Plan/pro': { rank: 2, prices: { USD: { monthly: '49.00' } } },
    'IdentityProvider/login': { issuer: issuer.url, audience: ['acme-api'], algorithms: ['ES256'], ...provider },
  });
  await seed.tenant('acme');
  await seed.tenant('globex');
  await seed.member('acme', 'ada', ['accountant']);
  await seed.member('acme', 'bob', ['viewer']);
  await seed.member('globex', 'bob', ['viewer']);
  await seed.plan('acme', 'pro');
  const key = await server.key({ type: 'publishable', scopes: ['me:read', 'catalogue:read'] });
  const publishableKey = textOf(key.headers['x-publishable-key']);
  const seconds = (): number => Math.floor(clock.now().getTime() / 1000);
  const bearing = (token: string): Headers => ({ ...key.headers, authorization: `Bearer ${token}` });
  return {
    ...server,
    issuer,
    seed,
    publishableKey,
    seconds,
    bearing,
    async as(user, claims = {}, header = {}) {
      const standard = { sub: user, aud: 'acme-api', iat: seconds(), exp: seconds() + 8 * 3600 };
      return bearing(await issuer.sign({ ...standard, tenantId: 'acme', ...claims }, { header }));
    },
    me: (headers) => call('GET', '/v1/me', { headers }),
    async claimsOf(user, more = {}, tenant = 'acme') {
      const answer = await call('POST', '/v1/tokens/claims', {
        headers: { ...admin(), 'x-tenant-id': tenant },
        body: { user, publishableKey, ...more },
      });
      const claims = answer.json['claims'];
      if (!isJsonObject(claims)) throw new Error(answer.text);
      return claims;
    },
  };
}

/** Counts what a database is asked, through the one that is given. */
export function counting(database: Database): Database & { readonly counts: { environment: number } } {
  const counts = { environment: 0 };
  return {
    kind: database.kind,
    counts,
    withEnvironment: (scope, isolation, work) => {
      counts.environment += 1;
      return database.withEnvironment(scope, isolation, work);
    },
    withControlPlane: (isolation, work) => database.withControlPlane(isolation, work),
    subscribe: (handler) => database.subscribe(handler),
    connections: () => database.connections(),
    ping: () => database.ping(),
    close: () => database.close(),
  };
}

/** The unsigned text of a hash, as a made-up signature. */
export const noise = (text: string): string => hash('sha256', text, 'base64url');
