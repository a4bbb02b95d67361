import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { systemClock } from '../../src/host/system-clock.ts';
import { TokenVerifier } from '../../src/server/auth/tokens/verify-tokens.ts';
import type { IdentityProvider } from '../../src/server/directory.ts';
import { boundRow, reportRow, type Row } from '../measure/row.ts';
import { median } from '../measure/statistics.ts';

const issuer = 'https://login.acme.com';
const provider: IdentityProvider = {
  issuer,
  audience: ['acme'],
  authorizedParties: null,
  algorithms: ['RS256'],
  jwks: `${issuer}/jwks`,
  clockSkew: 30_000,
  claims: { user: 'sub', tenant: null, publishableKey: 'publishableKey', session: 'sid', enriched: null },
};
const rounds = 15;

/** A token of some 2 KB with 60 permissions: verified for the first time, and again while it is remembered. */
export async function tokenSuite(): Promise<readonly Row[]> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'bench' }] });
  const http = { get: async () => ({ status: 200, text: keys }) };
  const verifier = new TokenVerifier({ clock: systemClock, http }, null);
  const permissions = Array.from({ length: 60 }, (_, index) => `resource-${index}:action-${index % 7}`);
  const sign = (id: number): Promise<string> =>
    new SignJWT({ tenantId: 'acme', roleSlugs: ['accountant', 'viewer'], permissions, planTier: 'pro' })
      .setProtectedHeader({ alg: 'RS256', kid: 'bench' })
      .setIssuer(issuer)
      .setAudience('acme')
      .setSubject('user_2abc')
      .setJti(String(id))
      .setExpirationTime('8h')
      .sign(privateKey);
  const ask = (token: string) =>
    verifier.verify({ token, environmentId: 'env_1', identityProviders: [provider], now: systemClock.now() });

  const tokens = await Promise.all(Array.from({ length: 200 * rounds }, (_, index) => sign(index)));
  const first: number[] = [];
  const again: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const batch = tokens.slice(round * 200, (round + 1) * 200);
    first.push(await microsecondsEach(200, async (index) => ask(batch[index] ?? '')));
    // As a server is asked: many users in turn. No promise is waited for, since none is made.
    again.push(await microsecondsEach(20_000, (index) => ask(batch[index % batch.length] ?? '')));
  }
  return [
    boundRow('verify a token of 60 permissions again, while it is remembered', 'µs', median(again), 5),
    reportRow('verify it for the first time, RS256', 'µs', median(first)),
  ];
}

async function microsecondsEach(times: number, work: (index: number) => unknown): Promise<number> {
  const start = process.hrtime.bigint();
  for (let index = 0; index < times; index += 1) {
    const result = work(index);
    if (result instanceof Promise) await result;
  }
  return Number(process.hrtime.bigint() - start) / 1000 / times;
}
