import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { edit } from '../support/acme-project.ts';
import { type Outcome, type Program, program, temporaryDirectory } from '../support/cli.ts';
import { commands, commandsOnPostgres } from '../support/commands.ts';
import { type DatabaseKind, newPostgresDatabase } from '../support/databases.ts';
import { itInLongRuns } from '../support/it-in-long-runs.ts';
import { longRun } from '../support/long-run.ts';

interface Revisions {
  readonly revisions: readonly {
    readonly number: number;
    readonly cause: string;
    readonly author: string;
    readonly message: string | null;
  }[];
}

async function fine(running: Promise<Outcome>): Promise<Outcome> {
  const outcome = await running;
  expect([outcome.exitCode, outcome.stderr.replaceAll(/^Saved to .*\n/gmu, '')]).toEqual([0, '']);
  return outcome;
}

/**
 * A program in a new project, with its control plane at hand: a server beside it, or PostgreSQL itself. Commands follow
 * each other in one process, but for those of long runs beside a server.
 */
async function begin(kind: DatabaseKind, directory: string): Promise<Program> {
  if (kind === 'postgres') return commandsOnPostgres(directory);
  const dream = await program(directory);
  await dream.serve();
  return longRun ? dream : commands(directory);
}

it.for<DatabaseKind>(longRun ? ['embedded', 'postgres'] : ['embedded'])(
  'CP-02 CP-03 init, validate, plan, apply, guardrail, approval, history, diff, rollback, pull (on %s)',
  async (kind) => {
    const directory = temporaryDirectory();
    const starter = await program(directory);
    await fine(starter('init', '--name', 'my-saas'));
    await fine(starter('validate'));
    const dream = await begin(kind, directory);

    // A plan, kept, and made true.
    const planned = await dream('plan', '--detailed-exitcode', '--out', 'first.json');
    expect(planned.exitCode).toBe(2);
    expect(planned.stdout).toContain('8 to create');
    expect((await fine(dream('apply', 'first.json', '-m', 'first'))).stdout).toContain('revision 1');
    const quiet = await fine(dream('plan', '--detailed-exitcode'));
    expect(Buffer.byteLength(quiet.stdout)).toBeLessThan(200);

    // An edit, shown to a pull request.
    edit(directory, 'plans/plans.yaml', 'monthly: 49.00', 'monthly: 77.50');
    const markdown = await fine(dream('plan', '--markdown'));
    expect(markdown.stdout).toContain('77.50');
    expect(markdown.stdout.length).toBeLessThan(60_000);
    const dry = await fine(dream('apply', '--dry-run', '--json'));
    const made = await fine(dream('apply', '--json', '-m', 'dearer'));
    expect(made.json()).toMatchObject({
      revision: 2,
      environment: 'development',
      summary: { create: 0, update: 1, delete: 0, rename: 0 },
    });
    expect(dry.json()).toMatchObject({ summary: made.json<{ readonly summary: object }>().summary });

    // The protected environment: created freely, then only with an approval, and never a delete.
    await fine(dream('apply', '--env', 'production'));
    edit(directory, 'plans/plans.yaml', 'monthly: 77.50', 'monthly: 78.00');
    const refused = await dream('apply', '--env', 'production');
    expect(refused.exitCode).toBe(3);
    expect(refused.stderr).toContain('changes/approval-required');
    const { fingerprint } = (await fine(dream('plan', '--env', 'production', '--json'))).json<{
      readonly fingerprint: string;
    }>();
    expect((await dream('apply', '--env', 'production', '--approve', '0'.repeat(64))).exitCode).toBe(3);
    await fine(dream('apply', '--env', 'production', '--approve', fingerprint.slice(0, 12)));
    const flags = readFileSync(join(directory, 'flags/flags.yaml'), 'utf8');
    rmSync(join(directory, 'flags/flags.yaml'));
    const deletion = (await fine(dream('plan', '--env', 'production', '--json'))).json<{
      readonly fingerprint: string;
    }>();
    const never = await dream('apply', '--env', 'production', '--approve', deletion.fingerprint, '--json');
    expect(never.exitCode).toBe(3);
    expect(never.json()).toMatchObject({ success: false, error: { code: 'changes/guardrail-refused' } });
    writeFileSync(join(directory, 'flags/flags.yaml'), flags);

    // The past, and back to it.
    const { revisions } = (await fine(dream('history', '--json'))).json<Revisions>();
    expect(revisions.map(({ number, cause, author, message }) => [number, cause, author, message])).toEqual([
      [2, 'apply', 'ada@acme.com', 'dearer'],
      [1, 'apply', 'ada@acme.com', 'first'],
    ]);
    expect((await fine(dream('diff', '1', '2'))).stdout).toMatch(/49\.00.*77\.50/su);
    expect((await fine(dream('rollback', '1', '--json'))).json()).toMatchObject({
      revision: 3,
      summary: { update: 1 },
    });
    expect((await fine(dream('diff', '1', '3', '--json'))).json()).toMatchObject({ changes: [] });
    expect((await dream('plan', '--detailed-exitcode')).exitCode).toBe(2);

    // An emptied clone gets everything back.
    for (const file of globSync('{access,flags,plans}/**/*.yaml', { cwd: directory })) rmSync(join(directory, file));
    expect((await fine(dream('pull'))).stdout).toContain('Wrote 8 files');
    await fine(dream('validate'));
    await fine(dream('plan', '--detailed-exitcode'));
    expect((await fine(dream('pull', '--json'))).json()).toMatchObject({ written: [], unchanged: 8, onlyInFiles: [] });
  },
);

// What differs between the databases is in the story above.
it.for<DatabaseKind>(longRun ? ['embedded', 'postgres'] : ['embedded'])(
  'FR-F006 overlays, variables, protect, movedFrom, unmanaged fields and resources of the API (on %s)',
  async (kind) => {
    const directory = temporaryDirectory();
    const write = (file: string, text: string): void => writeFileSync(join(directory, file), text);
    write(
      'dream.yaml',
      'project: acme\nenvironments:\n  development: {}\n  staging: { vars: { HOST: stage.acme.com } }\nvars: { HOST: dev.acme.com }\n',
    );
    write(
      'a.yaml',
      `kind: WebhookEndpoint
key: hook
url: https://\${vars.HOST}/in
events: ['*']
secret: \${secrets.HOOK}
---
kind: Flag
key: beta
protect: true
variations: { on: true, off: false }
fallthrough: off
environments: { staging: { fallthrough: on } }
unmanaged: [environments.development.fallthrough]
`,
    );
    const home = await begin(kind, directory);
    const { key } = (await fine(home('keys', 'create', '--name', 'api', '--json'))).json<{ readonly key: string }>();
    const url =
      kind === 'embedded'
        ? (/http:\S+(?= \()/u.exec((await home('status')).stdout)?.[0] ?? '')
        : (await home.serve()).url;
    const dream = commands(directory).with({ env: { DREAM_SERVER: url, DREAM_API_KEY: key } });
    const api = async (method: string, path: string, body?: object) => {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const answer = await fetch(`${url}/v1/resources/${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify({ body }) }),
      });
      const json: unknown = await answer.json();
      return { status: answer.status, json };
    };

    await fine(home('apply'));
    await fine(home('apply', '--env', 'staging'));
    expect(await api('GET', 'WebhookEndpoint/hook')).toMatchObject({
      json: { body: { url: 'https://dev.acme.com/in', secret: '${secrets.HOOK}' } },
    });
    const staged = (await fine(home('history', '1', '--env', 'staging', '--json'))).json<{
      readonly changeset: { readonly changes: readonly object[] };
    }>();
    expect(staged.changeset.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'hook', after: expect.objectContaining({ url: 'https://stage.acme.com/in' }) }),
        expect.objectContaining({ key: 'beta', after: expect.objectContaining({ fallthrough: 'on' }) }),
      ]),
    );

    // The field that was handed over belongs to the API, and only that one.
    const flag = {
      variations: { on: true, off: false },
      protect: true,
      unmanaged: ['environments.development.fallthrough'],
    };
    expect((await api('PUT', 'Flag/beta', { ...flag, fallthrough: 'on' })).status).toBe(200);
    await fine(dream('plan', '--detailed-exitcode'));
    expect(await api('PUT', 'Flag/beta', { ...flag, fallthrough: 'on', name: 'Mine' })).toMatchObject({ status: 409 });

    // What the API made is not pruned; a file of the same name waits for --adopt.
    expect((await api('PUT', 'Role/from-api', { name: 'From the API', permissions: [] })).status).toBe(200);
    await fine(dream('plan', '--detailed-exitcode'));
    write('b.yaml', 'kind: Role\nkey: from-api\nname: From a file\npermissions: []\n');
    const conflict = await dream('apply');
    expect(conflict.exitCode).toBe(1);
    expect(conflict.stderr).toContain('changes/conflict');
    expect(conflict.stderr).toMatch(/From the API.*From a file|From a file.*From the API/su);
    await fine(dream('apply', '--adopt'));
    expect(await api('GET', 'Role/from-api')).toMatchObject({
      json: { owner: 'files', body: { name: 'From a file' } },
    });

    // A new key without delete and create; a protected resource keeps its own.
    edit(directory, 'b.yaml', 'key: from-api', 'key: kept\nmovedFrom: from-api');
    expect((await fine(dream('plan', '--json'))).json()).toMatchObject({
      summary: { rename: 1, create: 0, delete: 0 },
      changes: [{ action: 'rename', from: 'from-api', key: 'kept' }],
    });
    await fine(dream('apply'));
    await fine(dream('plan', '--detailed-exitcode'));
    edit(directory, 'a.yaml', 'key: beta', 'key: gamma\nmovedFrom: beta');
    expect((await dream('apply')).exitCode).toBe(3);
    const text = readFileSync(join(directory, 'a.yaml'), 'utf8');
    write('a.yaml', text.slice(0, text.indexOf('---')));
    const deletion = await dream('apply');
    expect(deletion.exitCode).toBe(3);
    expect(deletion.stderr).toContain('Flag/beta');
  },
);

// Short runs have the text itself, and the moving of rows: in test/views/changeset-markdown.test.ts and test/db/promote.test.ts.
itInLongRuns(
  'CP-02 a plan of 5,000 resources fits into a pull request comment, and says what it leaves out',
  async () => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'dream.yaml'), 'project: acme\nenvironments: { development: {} }\n');
    const flags = Array.from(
      { length: 5_000 },
      (_, index) =>
        `kind: Flag\nkey: a-flag-with-a-rather-long-key-${index}\nname: Flag ${index}\nvariations: { on: true, off: false }\nfallthrough: off\n`,
    );
    writeFileSync(join(directory, 'flags.yaml'), flags.join('---\n'));
    const dream = await program(directory, { DATABASE_URL: await newPostgresDatabase() });
    const { stdout } = await fine(dream('plan', '--markdown'));
    expect(stdout.length).toBeLessThanOrEqual(60_000);
    expect(stdout).toContain('5,000');
    expect(stdout).toMatch(/[\d,]+ (?:more|not shown|omitted)|omit/iu);
    expect(stdout.match(/<details>/gu)?.length ?? 0).toBe(stdout.match(/<\/details>/gu)?.length ?? 0);
    expect((stdout.match(/^```/gmu)?.length ?? 0) % 2).toBe(0);
  },
);

itInLongRuns('db promote moves the embedded database to PostgreSQL, and the plan against it is empty', async () => {
  const directory = temporaryDirectory();
  const dream = await program(directory);
  await fine(dream('init', '--name', 'my-saas'));
  const server = await dream.serve();
  const beside = commands(directory);
  await fine(beside('apply'));
  edit(directory, 'plans/plans.yaml', 'monthly: 49.00', 'monthly: 50.00');
  await fine(beside('apply'));
  await fine(dream.with({ input: 'value' })('secrets', 'set', 'HOOK'));
  const history = await fine(beside('history', '--json'));
  const url = await newPostgresDatabase();
  const moving = dream.with({ env: { DATABASE_URL: url } });
  const moved = commands(directory).with({ env: { DATABASE_URL: url } });
  // Not while somebody writes to it.
  const busy = await moved('db', 'promote');
  expect([busy.exitCode, busy.stdout]).toEqual([1, '']);
  expect(busy.stderr).toContain('db/directory-in-use');
  expect((await server.stop()).exitCode).toBe(0);

  expect((await fine(moving('db', 'promote'))).stdout).toContain('.dream/master.key');
  await fine(moved('plan', '--detailed-exitcode'));
  expect((await fine(moved('history', '--json'))).json()).toEqual(history.json());
  expect((await fine(moved('secrets', 'list'))).stdout).toContain('HOOK');
  await fine(moved('rollback', '1'));
  const again = await moved('db', 'promote');
  expect([again.exitCode, again.stdout]).toEqual([1, '']);
  expect(again.stderr).toContain('db/target-not-empty');
});
