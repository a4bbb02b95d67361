import { afterEach, describe, expect, test, vi } from 'vitest';
import { readSettings, withEnvironment } from '../../../../templates/sdk/typescript/src/core/settings.ts';
import { ConfigurationError } from '../../../../templates/sdk/typescript/src/core/errors.ts';
import type { ClientOptions } from '../../../../templates/sdk/typescript/src/core/options.ts';
import { Client } from './things.ts';

const baseUrl = 'https://dream.example.com';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/** The whole text, so that what it gives away is seen. */
function refusal(options: ClientOptions): string {
  try {
    readSettings(withEnvironment(options));
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return 'it was taken';
}

describe('P01 a client is made of its own settings', () => {
  test('what is absent is taken from the environment when the client is made, and has defaults', () => {
    vi.stubEnv('DREAM_BASE_URL', 'https://env.example.com/dream/');
    vi.stubEnv('DREAM_SECRET_KEY', 'sk_env');
    vi.stubEnv('DREAM_PUBLISHABLE_KEY', '');
    expect(readSettings(withEnvironment({}))).toMatchObject({
      baseUrl: 'https://env.example.com/dream',
      secretKey: 'sk_env',
      publishableKey: undefined,
      timeout: 30_000,
      maxRetries: 2,
      maxRetryDelay: 60_000,
    });
    expect(readSettings(withEnvironment({ baseUrl, secretKey: 'sk_own' }))).toMatchObject({
      baseUrl,
      secretKey: 'sk_own',
    });
  });

  test.each<[options: ClientOptions, secretKey: string | undefined, publishableKey: string | undefined]>([
    [{}, 'sk_env', 'pk_env'],
    [{ publishableKey: 'pk_own' }, undefined, 'pk_own'],
    [{ secretKey: 'sk_own' }, 'sk_own', undefined],
    [{ secretKey: 'sk_own', publishableKey: 'pk_own' }, 'sk_own', 'pk_own'],
    [{ userToken: 'jwt' }, 'sk_env', 'pk_env'],
  ])('keys of the environment count where the code gives none of either kind: %j', (options, secret, publishable) => {
    vi.stubEnv('DREAM_BASE_URL', baseUrl);
    vi.stubEnv('DREAM_SECRET_KEY', 'sk_env');
    vi.stubEnv('DREAM_PUBLISHABLE_KEY', 'pk_env');
    const { secretKey, publishableKey } = readSettings(withEnvironment(options));
    expect([secretKey, publishableKey]).toEqual([secret, publishable]);
  });

  test('a client made of another asks no environment: neither for keys nor for the address', () => {
    vi.stubEnv('DREAM_BASE_URL', baseUrl);
    const client = new Client({ publishableKey: 'pk_own' });
    vi.stubEnv('DREAM_SECRET_KEY', 'sk_env');
    vi.stubEnv('DREAM_BASE_URL', 'no address');
    expect(() => client.withOptions({ tenant: 'acme' })).not.toThrow();
    const keyless = new Client({ baseUrl });
    expect(keyless).toBeInstanceOf(Client);
  });

  test('where there is no process, nothing is looked for in one', () => {
    vi.stubEnv('DREAM_SECRET_KEY', 'sk_env');
    vi.stubGlobal('process', undefined);
    const { secretKey } = readSettings(withEnvironment({ baseUrl }));
    vi.unstubAllGlobals();
    expect(secretKey).toBeUndefined();
  });

  test.each<[options: ClientOptions, message: string]>([
    [{}, 'Where is the server? Give baseUrl, or set DREAM_BASE_URL in the environment'],
    [{ baseUrl: 'ftp://a' }, 'baseUrl must be an http(s) address without user, query and fragment'],
    ...[
      'not an address',
      'https://a.b/?',
      'https://a.b/#',
      'https://a.b/c d',
      ' https://a.b',
      'https://a.b\n',
      'https://a.\tb',
      'https:a.b',
      'https:\\\\a.b',
      'https://a.b\u0000/',
      'https://',
      'https://a.b:99999',
      'https://a.b:0',
      'https://a.b:port',
      'https://a.b:-1',
      'a.b:443',
      '/dream',
      '',
    ].map((address): [ClientOptions, string] => [
      { baseUrl: address },
      'baseUrl must be an http(s) address without user, query and fragment',
    ]),
    [{ baseUrl: 'https://ada:pass@a.b' }, 'baseUrl must be an http(s) address without user, query and fragment'],
    [{ baseUrl, secretKey: 'pk_x1' }, 'secretKey must be a key that begins with sk_; this one begins with pk_'],
    [
      { baseUrl, publishableKey: 'sk_x1' },
      'publishableKey must be a key that begins with pk_; this one begins with sk_',
    ],
    [{ baseUrl, secretKey: 'x1' }, 'secretKey must be a key that begins with sk_'],
    [{ baseUrl, secretKey: 'sk_x1\n' }, 'secretKey has white space or other characters no key has'],
    [{ baseUrl, version: ' \t' }, 'version must not be empty'],
    [{ baseUrl, timeout: 0 }, 'timeout must be more than 0 milliseconds'],
    [{ baseUrl, timeout: Number.NaN }, 'timeout must be more than 0 milliseconds'],
    [{ baseUrl, maxRetries: 1.5 }, 'maxRetries must be a whole number, 0 or more'],
    [{ baseUrl, maxRetryDelay: -1 }, 'maxRetryDelay must be 0 milliseconds or more'],
  ])('%j cannot be meant', (options, message) => {
    expect(refusal(options)).toBe(message);
  });

  test.each([
    ['a page', { window: {}, document: {} }],
    ['a worker of a page', { WorkerGlobalScope: class {}, navigator: { userAgent: 'Mozilla/5.0' } }],
  ])('a secret key is refused in %s, a publishable key is not', (_, globals) => {
    vi.stubGlobal('process', { versions: {} });
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    const texts = [refusal({ baseUrl, secretKey: 'sk_1' }), refusal({ baseUrl, publishableKey: 'pk_1' })];
    vi.unstubAllGlobals();
    expect(texts).toEqual([
      'A secret key is not for browsers, where whoever opens the page can read it: give publishableKey',
      'it was taken',
    ]);
  });

  test('a secret key is taken on an edge, and in tests of a server that have a document', () => {
    vi.stubGlobal('WorkerGlobalScope', class {});
    vi.stubGlobal('navigator', { userAgent: 'Cloudflare-Workers' });
    vi.stubGlobal('process', undefined);
    const onEdge = refusal({ baseUrl, secretKey: 'sk_1' });
    vi.unstubAllGlobals();
    vi.stubGlobal('window', {});
    vi.stubGlobal('document', {});
    expect([onEdge, refusal({ baseUrl, secretKey: 'sk_1' })]).toEqual(['it was taken', 'it was taken']);
  });
});

describe('a user token', () => {
  test('goes with a publishable key, and is no key', () => {
    const client = new Client({ baseUrl, secretKey: 'sk_1' });
    expect(() => client.setUserToken('ada')).toThrow(
      'A user token goes with a publishable key: give publishableKey too',
    );
    expect(() => new Client({ baseUrl, publishableKey: 'pk_1', userToken: 'sk_oops' })).toThrow(
      /^userToken must be the token of a user; this is a key$/,
    );
    expect(() => new Client({ baseUrl, publishableKey: 'pk_1', userToken: 'a b' })).toThrow(
      /^userToken is empty, or has characters that no token has$/,
    );
  });
});
