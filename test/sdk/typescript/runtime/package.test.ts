import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import rootPackage from '../../../../package.json' with { type: 'json' };
import { apiVersions } from '../../../../src/server/request/api-version.ts';
import sdkPackage from '../../../../templates/sdk/typescript/package.json' with { type: 'json' };
import { apiVersion, sdkVersion } from '../../../../templates/sdk/typescript/src/core/version.ts';
import { InstalledPackage } from '../installed-package.ts';
import { type ReadmeServer, startReadmeServer } from './readme-server.ts';

const templates = join(import.meta.dirname, '../../../../templates/sdk/typescript');

/** What each snippet of the README writes, and asks of the server. */
const snippets: readonly { readonly writes: readonly string[]; readonly asks: readonly string[] }[] = [
  { writes: ['Acme'], asks: ['GET /v1/tenants/acme Bearer sk_test_1'] },
  { writes: ['true'], asks: ['POST /v1/access/check Bearer sk_test_1 acme random'] },
  { writes: ['acme'], asks: ['GET /v1/me Bearer eyJhbGciOi'] },
  {
    writes: ['acme', 'globex', '2', '2'],
    asks: ['GET /v1/tenants?pageSize=100', 'GET /v1/tenants', 'GET /v1/tenants'].map(
      (ask) => `${ask} Bearer sk_test_1`,
    ),
  },
  { writes: ['tenants/not-found req_1'], asks: ['GET /v1/tenants/nobody Bearer sk_test_1'] },
  { writes: [], asks: ['POST /v1/tenants Bearer sk_test_1 signup-4711'] },
  { writes: ['acme 200 application/json req_1 1'], asks: ['GET /v1/tenants/acme Bearer sk_test_1'] },
  { writes: ['evt_1 tenant.created', 'evt_2 flag.updated'], asks: ['GET /v1/events/stream Bearer sk_test_1'] },
  { writes: [], asks: ['GET /v1/audit/export?tenant=acme Bearer sk_test_1'] },
  { writes: [], asks: [] },
  { writes: [], asks: [] },
  { writes: ['tenant.created'], asks: [] },
  { writes: ['tenants.get 200 1', 'Acme'], asks: [] },
  { writes: ['acme'], asks: ['GET /v1/tenants/acme Bearer sk_test_1'] },
];

/** Those that wait for somebody to call them, called. */
const callers = {
  'call-request': `import { signTestEvent } from 'dream-sdk/webhooks';
import { POST } from './snippet-9.js';
const body = '{"id":"evt_1","type":"tenant.created","tenantId":"acme"}';
const call = async (secret: string): Promise<Response> =>
  POST(new Request('http://a.b', { method: 'POST', body, headers: { 'X-Platform-Signature': await signTestEvent(body, secret) } }));
console.log((await call('whsec_test')).status, await (await call('whsec_other')).text());
`,
  'call-fastify': `import { signTestEvent } from 'dream-sdk/webhooks';
import { app } from './snippet-10.js';
const payload = '{"id": "evt_1"}';
const headers = { 'x-platform-signature': await signTestEvent(payload, 'whsec_test'), 'content-type': 'application/json' };
console.log((await app.inject({ method: 'POST', url: '/hook', payload, headers })).body);
`,
};

const same = `import * as a from 'dream-sdk';
import * as b from 'dream-sdk/webhooks';
console.log(a.WebhookSignatureError === b.WebhookSignatureError);
`;

let sdk: InstalledPackage;
let server: ReadmeServer;
let complaints: string;

beforeAll(async () => {
  [sdk, server] = await Promise.all([InstalledPackage.pack(), startReadmeServer()]);
  const readme = await readFile(join(templates, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, text = '']) => text);
  expect(blocks).toHaveLength(snippets.length);
  const programs = { ...Object.fromEntries(blocks.map((text, index) => [`snippet-${index}`, text])), ...callers };
  const all = Object.keys(programs).map((name) => `console.log('-- ${name}');\nawait import('./${name}.js');\n`);
  complaints = await sdk.compile({ ...programs, all: `${all.join('')}export {};\n`, same });
});

afterAll(async () => {
  server.close();
  await sdk.dispose();
});

function variables(): Readonly<Record<string, string>> {
  return { DREAM_BASE_URL: server.url, DREAM_SECRET_KEY: 'sk_test_1', DREAM_WEBHOOK_SECRET: 'whsec_test' };
}

/** What of the package lands in the bundle of whoever imports so. */
async function bundle(text: string): Promise<string> {
  const stdin = { contents: text, resolveDir: sdk.directory };
  const built = await build({ stdin, bundle: true, minify: true, format: 'esm', platform: 'neutral', write: false });
  return built.outputFiles[0]?.text ?? '';
}

describe('the package', () => {
  test('has the version of the product, asks for the version of the API, and is built with the tools of the repository', () => {
    const { devDependencies } = rootPackage;
    expect([sdkPackage.version, sdkVersion, apiVersion]).toEqual([
      rootPackage.version,
      rootPackage.version,
      apiVersions.at(-1),
    ]);
    expect(sdkPackage.devDependencies).toEqual({
      esbuild: devDependencies.esbuild,
      typescript: devDependencies['@typescript/native'].replace('npm:typescript@', ''),
    });
  });

  test('holds code, types, the licence and what is to be read, and depends on nothing', async () => {
    const besides = sdk.files.filter((path) => !path.endsWith('.d.ts'));
    expect(besides).toEqual([
      'LICENSE',
      'README.md',
      'api.md',
      expect.stringMatching(/^dist\/chunk-\w+\.js$/),
      'dist/index.js',
      'dist/webhooks/index.js',
      'package.json',
    ]);
    const home = join(sdk.directory, 'node_modules/dream-sdk');
    const code = await Promise.all(
      besides.filter((path) => path.endsWith('.js')).map((path) => readFile(join(home, path), 'utf8')),
    );
    const text = code.join('');
    expect([...text.matchAll(/(?:from|import)\s*\(?["']([^"']+)["']/g)].map(([, name]) => name)).toSatisfy(
      (names: string[]) => names.every((name) => /^\.\.?\/(chunk-\w+|index)\.js$/.test(name)),
    );
    expect(text).not.toMatch(/node:|\bprocess\.|\bBuffer\b|\brequire\(/);
    expect(text.length).toBeLessThan(100_000);
  });

  test('gives a bundler no more than is used', async () => {
    const webhooks = await bundle("export { constructEvent } from 'dream-sdk/webhooks'");
    expect(webhooks).not.toMatch(/\/v1\/|Publishable/);
    expect(webhooks.length).toBeLessThan(5_000);
    const tenants = await bundle("export { Connection, Tenants } from 'dream-sdk'");
    expect([...new Set(tenants.match(/\/v1\/[\w-]+/g))]).toEqual(['/v1/tenants']);
  });

  test('throws the same classes through both of its doors', async () => {
    expect(await sdk.run('same')).toEqual(['true']);
  });
});

describe('the README', () => {
  test('compiles under the strictest settings, with the types of the package', () => {
    expect(complaints).toBe('');
  });

  test('does what it says, snippet by snippet', async () => {
    const names = [...snippets.map((_, index) => `snippet-${index}`), ...Object.keys(callers)];
    const written = [
      ...snippets.map(({ writes }) => writes),
      ['tenant.created acme', '204 no-match'],
      ['{"took":"evt_1"}'],
    ];
    expect(await sdk.run('all', variables())).toEqual(
      names.flatMap((name, index) => [`-- ${name}`, ...(written[index] ?? [])]),
    );
    expect(server.requests).toEqual(snippets.flatMap(({ asks }) => asks));
    expect(await readFile(join(sdk.directory, 'entries.ndjson'), 'utf8')).toBe('{"id":"one"}\n{"id":"manifest"}\n');
  });
});
