// An identity provider reduced to what a token needs: keys that it publishes on loopback, and signs with. Usage:
//
//   const issuer = await startIssuer();
//   await seed.resources({ 'IdentityProvider/login': { issuer: issuer.url, audience: ['acme'], algorithms: ['ES256'] } });
//   const token = await issuer.sign({ sub: 'ada', aud: 'acme', exp: … });
//
// `test/server/oidc-provider.test.ts` does the same with a whole OpenID provider.
import { createServer } from 'node:http';
import { calculateJwkThumbprint, type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { onTestFinished } from 'vitest';
import type { JsonObject } from '../../src/engine/json.ts';

export interface TokenIssuer {
  readonly url: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  /** What the server answers with from now on; `null`: everything breaks. */
  answer(status: number | null): void;
  /** Makes a new key, and publishes it instead of the older ones, or beside them. */
  rotate(options?: { readonly keepOlder?: boolean }): Promise<void>;
  /** By the newest key, unless told otherwise. `header` goes over what is right. */
  sign(claims: JsonObject, options?: { readonly header?: JsonObject; readonly by?: SigningKey }): Promise<string>;
  newest(): SigningKey;
}

export interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

export async function newSigningKey(algorithm = 'ES256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(publicKey);
  return { privateKey, jwk: { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: algorithm, use: 'sig' } };
}

export async function startIssuer(algorithm = 'ES256'): Promise<TokenIssuer> {
  let keys: readonly SigningKey[] = [await newSigningKey(algorithm)];
  let status: number | null = 200;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (status === null) {
      request.socket.destroy();
      return;
    }
    const document =
      request.url === '/jwks'
        ? { keys: keys.map(({ jwk }) => jwk) }
        : { issuer: url(), jwks_uri: `${url()}/jwks`, response_types_supported: ['code'] };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(document));
  });
  const url = (): string => {
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const newest = (): SigningKey => {
    const [key] = keys;
    if (key === undefined) throw new Error('an issuer has a key');
    return key;
  };
  return {
    url: url(),
    asked,
    answer: (next) => {
      status = next;
    },
    async rotate({ keepOlder = false } = {}) {
      keys = [await newSigningKey(algorithm), ...(keepOlder ? keys : [])];
    },
    sign: (claims, { header = {}, by = newest() } = {}) =>
      new SignJWT({ iss: url(), ...claims })
        .setProtectedHeader({ alg: algorithm, kid: by.jwk.kid ?? '', typ: 'JWT', ...header })
        .sign(by.privateKey),
    newest,
  };
}

/** A token whose parts are these, signed by nobody or with a text of one's own. */
export function forgedToken(header: JsonObject, claims: JsonObject, signature = ''): string {
  const part = (value: JsonObject): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${signature}`;
}
