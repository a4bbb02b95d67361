import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
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
  { writes: ['true TARGETING_MATCH', '20'], asks: [] },
  { writes: ['true', 'false'], asks: [] },
  {
    writes: ['yes', 'true', 'true'],
    asks: ['GET /v1/access/policy Bearer sk_test_1', 'POST /v1/access/check Bearer sk_test_1 random'],
  },
  { writes: [], asks: ['POST /v1/access/decisions Bearer sk_test_1 random'] },
  {
    writes: ['true false', 'true'],
    asks: ['POST /v1/entitlements/evaluate Bearer sk_test_1', 'POST /v1/entitlements/use Bearer sk_test_1 random'],
  },
  { writes: [], asks: [] },
  { writes: [], asks: [] },
  { writes: [], asks: [] },
  { writes: ['tenants.get 200 1', 'Acme'], asks: [] },
  { writes: ['acme'], asks: ['GET /v1/tenants/acme Bearer sk_test_1'] },
];

/** Those that wait for somebody to call them, called. */
const callers = {
  'call-request': `import { signTestEvent } from 'dream-sdk/webhooks';
import { POST } from './snippet-9.js';
const body = '{"id":"evt_1","type":"tenant.created","tenantId":"acme","data":{"author":"ada"}}';
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

const middlewareCallers = {
  'call-handler': `import { GET } from './snippet-17.js';
const token = [{ alg: 'none' }, { sub: 'ada' }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
const headers = { authorization: 'Bearer ' + token.join('.') + '.c2ln' };
for (const id of ['42', '43']) {
  const answer = await GET(new Request('http://a.b/invoices/' + id, { headers }));
  console.log(answer.status, (await answer.text()).replace(/,"requestId":"req_\\w+"/, ''));
}
console.log((await GET(new Request('http://a.b/invoices/42'))).status);
`,
  'call-api': `import { api } from './snippet-18.js';
const token = [{ alg: 'none' }, { sub: 'ada' }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
const headers = { authorization: 'Bearer ' + token.join('.') + '.c2ln' };
console.log((await api.inject({ url: '/me', headers })).body);
console.log((await api.inject({ method: 'DELETE', url: '/invoices/42', headers })).body);
console.log((await api.inject({ url: '/me' })).statusCode);
`,
  'call-site': `import { once } from 'node:events';
import { site } from './snippet-19.js';
const token = [{ alg: 'none' }, { sub: 'ada' }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
const headers = { authorization: 'Bearer ' + token.join('.') + '.c2ln' };
const server = site.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const url = 'http://127.0.0.1:' + (typeof address === 'object' ? address?.port : 0) + '/api';
console.log(await (await fetch(url + '/me', { headers })).text());
console.log(await (await fetch(url + '/invoices/42', { method: 'DELETE', headers })).text());
console.log((await fetch(url + '/me')).status);
server.close();
server.closeAllConnections();
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
  const programs = {
    ...Object.fromEntries(blocks.map((text, index) => [`snippet-${index}`, text])),
    ...callers,
    ...middlewareCallers,
  };
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

/** Bytes, as they are and by gzip, of all that stands behind each name: nothing is left out, no name is made shorter. */
const largest: Readonly<Record<string, readonly [number, number]>> = {
  'dream-sdk': [100_000, 15_000],
  'dream-sdk/webhooks': [8_000, 3_000],
  'dream-sdk/middleware': [20_000, 7_000],
  'dream-sdk/permissions': [20_000, 6_000],
  'dream-sdk/entitlements': [10_000, 4_000],
  'dream-sdk/flags': [133_000, 38_500],
  'dream-sdk/flags/evaluation': [60_000, 18_000],
};

/** What of the package lands in the bundle of whoever imports so. */
async function bundle(text: string, minify = true): Promise<string> {
  const stdin = { contents: text, resolveDir: sdk.directory };
  const options = { bundle: true, minify, minifyWhitespace: true, format: 'esm', platform: 'neutral' } as const;
  const built = await build({ stdin, ...options, write: false });
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
    expect(besides.filter((path) => !/^dist\/chunk-\w+\.js$/.test(path))).toEqual([
      'LICENSE',
      'README.md',
      'api.md',
      'dist/entitlements/index.js',
      'dist/flags/client/index.js',
      'dist/flags/evaluation/index.js',
      'dist/index.js',
      'dist/middleware/index.js',
      'dist/permissions/index.js',
      'dist/webhooks/index.js',
      'package.json',
    ]);
    const home = join(sdk.directory, 'node_modules/dream-sdk');
    const code = await Promise.all(
      besides.filter((path) => path.endsWith('.js')).map((path) => readFile(join(home, path), 'utf8')),
    );
    const text = code.join('');
    expect(
      [...text.matchAll(/(?:^|[;}\n])(?:import\b|export\b(?!\())[^"';]*["']([^"']+)["']/g)].map(([, name]) => name),
    ).toSatisfy((names: string[]) => names.every((name) => /^(\.\.?\/)+(chunk-\w+|index)\.js$/.test(name)));
    expect(text).not.toMatch(/node:|\bprocess\.|\bBuffer\b|\brequire\(/);
  });

  test('is no larger than told: the client, and each of its parts by itself', async () => {
    const sizes = await Promise.all(
      Object.entries(largest).map(async ([name, [bytes, packed]]) => {
        const text = await bundle(`export * from '${name}'`, false);
        const size = gzipSync(text, { level: 9 }).length;
        expect([name, text.length, size].join(), 'bytes, and by gzip').toSatisfy(
          () => text.length < bytes && size < packed,
        );
        return text;
      }),
    );
    const [client = ''] = sizes;
    expect(client).toContain('/v1/tenants');
    // The client loads none of its parts, nor does one of them load it.
    expect(client).not.toMatch(/FlagClient|TestFlagData|PermissionClient|EntitlementClient|murmur/);
    for (const part of sizes.slice(1)) expect(part).not.toContain('/v1/tenants');
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
    const names = [
      ...snippets.map((_, index) => `snippet-${index}`),
      ...Object.keys(callers),
      ...Object.keys(middlewareCallers),
    ];
    const flagsAndGone = [
      '{"user":{"key":"ada","roles":["viewer"]},"tenant":{"key":"acme","plan":"pro"}}',
      'gone',
      '401',
    ];
    const written = [
      ...snippets.map(({ writes }) => writes),
      ['tenant.created evt_1', 'acme ada', '204 no-match'],
      ['{"took":"evt_1"}'],
      [
        '200 {"id":"42","seenBy":"ada"}',
        '404 {"success":false,"error":{"code":"invoices/not-found","message":"Tenant acme has no invoice 43.","userMessage":"There is no such invoice.","param":"id"}}',
        '401',
      ],
      flagsAndGone,
      flagsAndGone,
    ];
    expect(await sdk.run('all', variables())).toEqual(
      names.flatMap((name, index) => [`-- ${name}`, ...(written[index] ?? [])]),
    );
    const ofHandler = ['GET /v1/me Bearer'];
    const ofFramework = ['GET /v1/me Bearer', 'POST /v1/access/check Bearer'];
    const ofUser = [...ofHandler, ...ofFramework, ...ofFramework];
    const asked = server.requests.map((request) => request.replace(/ ey\S+\.c2ln.*/, ''));
    expect(asked).toEqual([...snippets.flatMap(({ asks }) => asks), ...ofUser]);
    expect([...server.background].toSorted()).toEqual([
      '/v1/events/stream?types=revision.applied',
      '/v1/flag-reports',
      '/v1/flag-ruleset/stream',
    ]);
    expect(await readFile(join(sdk.directory, 'entries.ndjson'), 'utf8')).toBe('{"id":"one"}\n{"id":"manifest"}\n');
  });
});
