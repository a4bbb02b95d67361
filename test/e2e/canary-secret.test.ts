import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { assembleServer } from '../../src/app/assemble-server.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { createHost } from '../../src/host/create-host.ts';
import { acmeProject, edit } from '../support/acme-project.ts';
import { program, type Program } from '../support/cli.ts';
import { commands } from '../support/commands.ts';
import { newPostgresDatabase } from '../support/databases.ts';
import { itInLongRuns } from '../support/it-in-long-runs.ts';
import { longRun } from '../support/long-run.ts';

const canary = 'canary-Zq7vX2mWk9pLr4Tn';
const masterKey = Buffer.alloc(32, 7);

/** The value as it is, and as somebody might have written it down. */
const forms = [
  canary,
  encodeURIComponent(canary),
  Buffer.from(canary).toString('base64').replaceAll('=', '').slice(0, -2),
  Buffer.from(canary).toString('base64url').slice(0, -2),
  Buffer.from(canary).toString('hex'),
  canary.split('').toReversed().join(''),
];

function expectNoCanary(where: string, text: string | Buffer): void {
  const found = forms.filter((form) => text.includes(form));
  expect([where, found]).toEqual([where, []]);
}

/** Every command that shows anything, with what it prints and the files it leaves. */
async function useTheSecret(dream: Program, directory: string, formats: readonly (readonly string[])[]): Promise<void> {
  const look = async (...args: readonly string[]): Promise<void> => {
    const { stdout, stderr } = await dream(...args);
    expectNoCanary(args.join(' '), stdout + stderr);
  };
  const set = await dream.with({ input: `${canary}\n` })('secrets', 'set', 'SECURITY_OPS_SIGNING');
  expect([set.exitCode, set.stderr]).toEqual([0, '']);
  expectNoCanary('secrets set', set.stdout);
  await look('plan');
  await look('plan', '--markdown');
  await look('plan', '--json', '--out', 'saved.json');
  await look('apply', 'saved.json');
  edit(directory, 'events/webhooks.yaml', 'times: 10, within: 7d', 'times: 9, within: 7d');
  await look('apply', '--json');
  // Named in a place where a secret may not stand: an error that quotes its surroundings.
  edit(directory, 'plans/pro.yaml', 'name: Pro', 'name: ${secrets.SECURITY_OPS_SIGNING}');
  await look('plan');
  await look('plan', '--json');
  edit(directory, 'plans/pro.yaml', 'name: ${secrets.SECURITY_OPS_SIGNING}', 'name: Pro');
  for (const format of formats) {
    for (const args of [
      ['history'],
      ['history', '1'],
      ['status'],
      ['diff', '1', '2'],
      ['secrets', 'list'],
      ['rollback', '1'],
      ['pull'],
    ]) {
      await look(...args, ...format);
    }
  }
  expect((await dream.with({ input: canary })('secrets', 'set', 'not a name')).exitCode).toBe(1);
  for (const file of globSync('**/*.{yaml,json}', { cwd: directory }))
    expectNoCanary(file, readFileSync(join(directory, file)));
}

it('DA-01 a secret set through the program is in no output, file, log or byte of the embedded database', async () => {
  const directory = acmeProject();
  const dream = await program(directory);
  const server = await dream.serve();
  // Each in a process of its own in long runs; what they print is the same.
  await useTheSecret(longRun ? dream : commands(directory), directory, longRun ? [[], ['--json']] : [[]]);
  expectNoCanary('the server’s log', server.output());
  server.signal('SIGKILL');
  await server.ended;
  expectNoCanary('the server’s log', server.output());
  const files = readdirSync(join(directory, '.dream'), { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => file.includes('pg_wal')).length).toBeGreaterThan(0);
  for (const file of files) {
    const path = join(directory, '.dream', file);
    if (statSync(path).isFile()) expectNoCanary(path, readFileSync(path));
  }
  // It is kept nevertheless: sealed, under the name that was given.
  expect((await dream('secrets', 'list')).stdout).toContain('SECURITY_OPS_SIGNING');
});

itInLongRuns('DA-01 a secret set through the program is in no row and no dump of PostgreSQL', async () => {
  const directory = acmeProject();
  const url = await newPostgresDatabase();
  const home = await program(directory, { DATABASE_URL: url, DREAM_MASTER_KEY: masterKey.toString('base64') });
  const { key } = (await home('keys', 'create', '--name', 'canary', '--json')).json<{ readonly key: string }>();
  const server = await home.serve();
  const remote = commands(directory).with({ env: { DREAM_SERVER: server.url, DREAM_API_KEY: key } });
  await useTheSecret(remote, directory, [[], ['--json']]);
  expectNoCanary('the server’s log', server.output());
  await expectNoCanaryIn(url, 'SECURITY_OPS_SIGNING');
});

/** Of the rows and the dump of a database that keeps the canary as one secret of this name. */
async function expectNoCanaryIn(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(6);
  for (const { name: table } of tables) {
    const { rows } = await client.query<{ text: string }>(`SELECT row_to_json(t)::text AS text FROM ${table} t`);
    expectNoCanary(table, rows.map(({ text }) => text).join('\n'));
  }
  const { rows: sealed } = await client.query('SELECT name FROM secrets');
  expect(sealed).toEqual([{ name }]);
  await client.end();
  if (existsSync('/usr/bin/pg_dump')) expectNoCanary('pg_dump', execFileSync('/usr/bin/pg_dump', [url]));
}

it('DA-01 a server that logs everything it can logs no secret and keeps none in PostgreSQL, whatever is wrong with the request', async () => {
  const log: string[] = [];
  const url = await newPostgresDatabase();
  const database = await openDatabase({ host: createHost(), postgres: { url } });
  const localToken = `local_${'c'.repeat(43)}`;
  const server = await assembleServer({
    host: createHost(),
    database,
    masterKey,
    localToken,
    logLevel: 'trace',
    logStream: { write: (line) => log.push(line) },
  });
  const headers = {
    authorization: `Bearer ${localToken}`,
    'dream-project': 'acme',
    'dream-environment': 'development',
    'content-type': 'application/json',
  };
  const wrong = JSON.stringify({ value: canary, [canary]: canary });
  const requests = [
    ['PUT', '/v1/secrets/GOOD', JSON.stringify({ value: canary }), {}],
    ['PUT', '/v1/secrets/GOOD', wrong, {}],
    ['PUT', '/v1/secrets/GOOD', `{"value": "${canary}`, {}],
    ['PUT', '/v1/secrets/bad%20name', JSON.stringify({ value: canary }), {}],
    ['PUT', '/v1/secrets/GOOD', JSON.stringify({ value: [canary] }), {}],
    ['PUT', '/v1/secrets/GOOD', JSON.stringify({ value: `${canary}\u0000` }), {}],
    ['PUT', '/v1/secrets/GOOD', JSON.stringify({ value: canary }), { 'content-type': 'text/plain' }],
    ['PUT', '/v1/secrets/GOOD', JSON.stringify({ value: canary }), { 'idempotency-key': 'one' }],
    ['PUT', '/v1/secrets/GOOD', JSON.stringify({ value: `${canary}2` }), { 'idempotency-key': 'one' }],
    ['POST', '/v1/changesets', wrong, {}],
    ['GET', '/v1/status', undefined, { authorization: `Bearer sk_test_${canary}` }],
  ] as const;
  const statuses: number[] = [];
  for (const [method, path, body, more] of requests) {
    const answer = await server.inject({
      method,
      path,
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { body }),
    });
    statuses.push(answer.status);
    // A wrong field may be named in the answer to the one who sent it; a value never.
    expectNoCanary(`${method} ${path}`, answer.body.replaceAll(new RegExp(`[/\`]${canary}`, 'gu'), ''));
  }
  await server.close();
  await database.close();
  expect(statuses.filter((status) => status < 300).length).toBe(2);
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
  expect(log.length).toBeGreaterThanOrEqual(requests.length);
  expectNoCanary('the log', log.join(''));
  await expectNoCanaryIn(url, 'GOOD');
});

it('CP-01 a secret written out in a file is refused and not shown', async () => {
  const directory = acmeProject();
  const dream = await program(directory);
  edit(directory, 'events/webhooks.yaml', '${secrets.SECURITY_OPS_SIGNING}', canary);
  edit(directory, 'events/webhooks.yaml', '${secrets.ACCOUNTING_TOKEN}', `Bearer ${canary}`);
  writeFileSync(
    join(directory, 'events/more.yaml'),
    `kind: WebhookEndpoint\nkey: more\nurl: https://a.acme.com\nevents: ['*']\nsecret: { value: ${canary} }\n`,
  );
  for (const format of [[], ['--json']]) {
    const { exitCode, stdout, stderr } = await dream('validate', ...format);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('events/webhooks.yaml');
    expect(stdout).toContain('events/more.yaml');
    expectNoCanary('validate', stdout + stderr);
    const planned = await dream('plan', ...format);
    expect(planned.exitCode).toBe(1);
    expectNoCanary('plan', planned.stdout + planned.stderr);
  }
});
