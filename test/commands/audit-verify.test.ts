import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { signChainList } from '../../src/components/audit/proof/chain-list.ts';
import { formatVerifier } from '../../src/components/audit/proof/note.ts';
import { bodiesOf, exportOf, forger, signer } from '../components/audit/proof/support/exports.ts';
import { type Outcome, temporaryDirectory } from '../support/cli.ts';
import { commands } from '../support/commands.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false });
const whole = exportOf(bodiesOf(12), { personal: true });
const key = formatVerifier(signer.verifier);

function expectShape(outcome: Outcome): void {
  const validate = ajv.compile(JSON.parse(readFileSync('test/golden/output/audit-verify.schema.json', 'utf8')));
  validate(outcome.json());
  expect({ errors: validate.errors, stderr: outcome.stderr }).toEqual({ errors: null, stderr: '' });
}

test('FR-A007 audit verify says of a file without any server whether it holds', async () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'audit.ndjson'), whole);
  writeFileSync(join(directory, 'audit.ndjson.gz'), gzipSync(whole));
  writeFileSync(join(directory, 'audit.key'), `${formatVerifier(forger.verifier)}\n${key}\n`);
  const dream = commands(directory);

  const good = await dream('audit', 'verify', 'audit.ndjson', '--key', 'audit.key');
  expect(good).toMatchObject({ exitCode: 0, stderr: '' });
  expect(good.stdout.trimEnd().split('\n')).toEqual([
    '✓ audit.ndjson holds: 12 entries of acme/production/globex, 1 to 12.',
    '  Personal   2 entries with a personal part',
    expect.stringMatching(/^ {2}Checkpoint 12 entries, root \S{44}$/u),
    `  Signed by  ${key}`,
  ]);

  const believed = await dream('audit', 'verify', 'audit.ndjson.gz');
  expect(believed.exitCode).toBe(0);
  expect(believed.stdout).toContain('! That key is the one the export names itself.');

  const json = await dream('audit', 'verify', 'audit.ndjson.gz', '--key', key, '--json');
  expectShape(json);
  expect(json.json()).toEqual({
    valid: true,
    entries: 12,
    personal: 2,
    first: 1,
    last: 12,
    origin: 'acme/production/globex',
    filter: {},
    checkpoint: { size: 12, root: expect.any(String), head: expect.stringMatching(/^sha256:/u) },
    leftOut: { entries: 0, prunings: [], unsigned: [], unspoken: [] },
    continues: null,
    signedBy: key,
    trusted: true,
  });
});

test('audit verify names no place in an export that is empty', async () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'empty.ndjson'), '');
  writeFileSync(join(directory, 'cut.ndjson.gz'), gzipSync('').subarray(0, 12));
  const dream = commands(directory);
  const empty = await dream('audit', 'verify', 'empty.ndjson');
  expect([empty.exitCode, empty.stdout.trimEnd().split('\n')]).toEqual([
    1,
    [
      '✗ empty.ndjson does not hold.',
      '  The export went on, and its end is missing. [end-missing]',
      '  0 entries fit one another up to there.',
    ],
  ]);
  const cut = await dream('audit', 'verify', 'cut.ndjson.gz');
  expect([cut.exitCode, cut.stdout.split('\n')[1]]).toEqual([
    1,
    '  The file begins as a compressed one and cannot be read as such to its end. [not-compressed]',
  ]);
});

test('audit export refuses --personal where the format would leave it out', async () => {
  const dream = commands(temporaryDirectory());
  for (const format of ['csv', 'cef', 'syslog', 'ocsf']) {
    const refused = await dream('audit', 'export', '--format', format, '--personal');
    expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining('Only NDJSON holds')]);
  }
});

test('FR-A007 audit verify names the first entry that is not as it was', async () => {
  const directory = temporaryDirectory();
  const dream = commands(directory);
  const changed = whole.toString().replace('"aud_000007"', '"aud_000008"');
  writeFileSync(join(directory, 'changed.ndjson'), changed);
  const outcome = await dream('audit', 'verify', 'changed.ndjson', '--key', key);
  expect(outcome).toMatchObject({ exitCode: 1, stderr: '' });
  expect(outcome.stdout.trimEnd().split('\n')).toEqual([
    '✗ changed.ndjson does not hold.',
    '  Entry 7, line 7: The entry does not fit its hash: it was changed. [entry-changed]',
    '  6 entries fit one another up to there.',
  ]);
  const json = await dream('audit', 'verify', 'changed.ndjson', '--key', key, '--json');
  expectShape(json);
  expect(json).toMatchObject({ exitCode: 1 });
  expect(json.json()).toMatchObject({
    valid: false,
    entries: 6,
    firstInvalid: { reason: 'entry-changed', sequence: 7, line: 7 },
  });

  writeFileSync(join(directory, 'cut.gz'), gzipSync(whole).subarray(0, -40));
  const cut = await dream('audit', 'verify', 'cut.gz', '--key', key, '--json');
  expect(cut.json()).toMatchObject({ valid: false, firstInvalid: { reason: 'not-compressed' } });
});

test('FR-A007 audit verify says of a folder whether every chain is in it', async () => {
  const directory = temporaryDirectory();
  const dream = commands(directory);
  const list = (...tenants: string[]): string => {
    const chains = tenants.map((tenantId) => ({ tenantId, size: 12 }));
    const at = '2026-11-22T09:30:00.000Z';
    const unsigned = { version: 1, project: 'acme', environment: 'production', at, filter: {}, chains } as const;
    return JSON.stringify(signChainList(unsigned, signer), null, 2);
  };
  const verify = (...more: string[]) => dream('audit', 'verify', 'record', '--key', key, ...more);
  mkdirSync(join(directory, 'record', 'tenants'), { recursive: true });
  expect((await verify()).stderr).toContain('record holds no export of the whole record.');

  writeFileSync(join(directory, 'record', 'chains.json'), list('globex'));
  writeFileSync(join(directory, 'record', 'tenants', 'globex.csv'), '');
  expect((await verify()).stderr).toContain('record holds no NDJSON.');
  rmSync(join(directory, 'record', 'tenants', 'globex.csv'));
  writeFileSync(join(directory, 'record', 'tenants', 'globex.ndjson'), whole);
  const good = await verify();
  expect(good).toMatchObject({ exitCode: 0, stderr: '' });
  expect(good.stdout.trimEnd().split('\n')).toEqual([
    '✓ record holds: 1 chain of acme/production with 12 entries.',
    '  List of    2026-11-22T09:30:00.000Z',
    `  Signed by  ${key}`,
  ]);
  expectShape(await verify('--json'));

  writeFileSync(join(directory, 'record', 'chains.json'), list('globex', 'initech'));
  writeFileSync(join(directory, 'record', 'tenants', 'globex.ndjson'), whole.toString().replace('aud_000007', 'aud_7'));
  const bad = await verify();
  expect(bad).toMatchObject({ exitCode: 1, stderr: '' });
  expect(bad.stdout.trimEnd().split('\n')).toEqual([
    '✗ record does not hold.',
    expect.stringMatching(/^ {2}tenants\/globex\.ndjson {2}Entry 7, line 7: .* \[.*\]$/u),
    '  tenants/initech.ndjson  The export of a chain that the list names is missing. [chain-missing]',
    '  The list names 2 chains.',
  ]);
  const json = await verify('--json');
  expectShape(json);
  expect(json.json()).toMatchObject({ valid: false, chains: 2, problems: [{ sequence: 7 }, { line: null }] });
});

test('FR-A007 audit verify says which entries were taken out, and of which nobody says so', async () => {
  const directory = temporaryDirectory();
  const dream = commands(directory);
  const pending = [{ id: 'arc_1', first: 2, last: 4, entries: 2 }];
  writeFileSync(join(directory, 'a.ndjson'), exportOf(bodiesOf(6), { only: [1, 3, 5, 6], filter: {}, pending }));
  const taken = await dream('audit', 'verify', 'a.ndjson', '--key', key);
  expect(taken).toMatchObject({ exitCode: 0, stderr: '' });
  expect(taken.stdout.split('\n').slice(1, 3)).toEqual([
    '  Taken out  2 entries, as audit.pruned says:',
    '             arc_1  2 entries, 2 to 4, by an entry that was not signed yet',
  ]);
  expectShape(await dream('audit', 'verify', 'a.ndjson', '--json'));
  const filter = { since: '2026-01-01T00:00:00Z' };
  writeFileSync(join(directory, 'b.ndjson'), exportOf(bodiesOf(6), { only: [1, 2, 5, 6], filter }));
  const unspoken = await dream('audit', 'verify', 'b.ndjson', '--key', key);
  expect(unspoken.exitCode).toBe(0);
  expect(unspoken.stdout).toContain('  Taken out  2 entries\n');
  expect(unspoken.stdout).toContain('! Nothing in the export says why 3 to 4 is missing.');
});

test('FR-A007 audit verify holds an export, and a folder, against what was kept from before', async () => {
  const directory = temporaryDirectory();
  const dream = commands(directory);
  const later = bodiesOf(15);
  const rewound = [...later.slice(0, 10), ...bodiesOf(18).slice(12)];
  const list = signChainList(
    {
      version: 1,
      project: 'acme',
      environment: 'production',
      at: '2026-11-22T09:30:00.000Z',
      filter: {},
      chains: [{ tenantId: 'globex', size: 12 }],
    },
    signer,
  );
  for (const [name, bodies] of [
    ['before', bodiesOf(12)],
    ['good', later],
    ['rewound', rewound],
  ] as const) {
    mkdirSync(join(directory, name, 'tenants'), { recursive: true });
    writeFileSync(join(directory, name, 'chains.json'), JSON.stringify(list));
    writeFileSync(join(directory, name, 'tenants', 'globex.ndjson'), exportOf(bodies));
  }
  const file = (name: string): string => join(name, 'tenants', 'globex.ndjson');
  const [, note = ''] =
    /"checkpoint":("(?:[^"\\]|\\.)*")/u.exec(readFileSync(join(directory, file('before')), 'utf8')) ?? [];
  writeFileSync(join(directory, 'kept.txt'), String(JSON.parse(note)).trimEnd());
  for (const kept of ['kept.txt', file('before')]) {
    const good = await dream('audit', 'verify', file('good'), '--key', key, '--checkpoint', kept);
    expect(good).toMatchObject({ exitCode: 0, stderr: '' });
    expect(good.stdout).toContain('  Goes on    from the kept checkpoint of 12 entries\n');
    const bad = await dream('audit', 'verify', file('rewound'), '--key', key, '--checkpoint', kept);
    expect(bad).toMatchObject({ exitCode: 1, stderr: '' });
    expect(bad.stdout).toContain('The chain is not the one of which the kept checkpoint was signed');
  }
  expect((await dream('audit', 'verify', 'rewound', '--key', key)).exitCode).toBe(0);
  expect((await dream('audit', 'verify', 'good', '--key', key, '--checkpoint', 'before')).exitCode).toBe(0);
  const folder = await dream('audit', 'verify', 'rewound', '--key', key, '--checkpoint', 'before', '--json');
  expectShape(folder);
  expect(folder).toMatchObject({ exitCode: 1 });
  expect(folder.json()).toMatchObject({
    problems: [{ file: 'tenants/globex.ndjson', reason: 'checkpoint-contradicted' }],
  });
  const gone = join('before', 'tenants', 'initech.ndjson');
  writeFileSync(join(directory, gone), exportOf(bodiesOf(3)));
  const missing = await dream('audit', 'verify', 'good', '--key', key, '--checkpoint', 'before', '--json');
  expect(missing.json()).toMatchObject({ problems: [{ file: 'tenants/initech.ndjson', reason: 'chain-missing' }] });
  writeFileSync(join(directory, 'other.txt'), 'nothing\n');
  const none = await dream('audit', 'verify', file('good'), '--checkpoint', 'other.txt');
  expect(none.stderr).toContain('other.txt holds no checkpoint.');
});

test('FR-A007 audit verify overlooks no hidden file, and no second list in the list', async () => {
  const directory = temporaryDirectory();
  const dream = commands(directory);
  mkdirSync(join(directory, 'record', 'tenants'), { recursive: true });
  const unsigned = { version: 1, project: 'acme', environment: 'production', filter: {} } as const;
  const at = '2026-11-22T09:30:00.000Z';
  const list = JSON.stringify(signChainList({ ...unsigned, at, chains: [{ tenantId: 'globex', size: 12 }] }, signer));
  const file = (name: string): string => join(directory, 'record', name);
  writeFileSync(file('chains.json'), list);
  writeFileSync(file('tenants/globex.ndjson'), whole);
  const problems = async () =>
    (await dream('audit', 'verify', 'record', '--key', key, '--json')).json<{ problems: unknown }>().problems;
  expect(await problems()).toEqual([]);
  writeFileSync(file('tenants/.globex.ndjson'), whole);
  expect(await problems()).toMatchObject([{ file: 'tenants/.globex.ndjson', reason: 'file-unknown' }]);
  rmSync(file('tenants/.globex.ndjson'));
  writeFileSync(file('chains.json'), list.replace('{"chains":', '{"chains":{"chains":[]},"chains":'));
  expect(await problems()).toMatchObject([{ file: 'chains.json', reason: 'list-changed' }]);
  writeFileSync(file('chains.json'), list.replace('"tenantId":', '"tenantId":"other","tenantId":'));
  expect(await problems()).toMatchObject([{ file: 'chains.json', reason: 'list-changed' }]);
});

test('audit verify reads standard input, and says what it cannot read', async () => {
  const directory = temporaryDirectory();
  const dream = commands(directory);
  const piped = await dream.with({ input: exportOf(bodiesOf(3)).toString() })('audit', 'verify', '-', '--key', key);
  expect(piped).toMatchObject({ exitCode: 0, stderr: '' });
  expect(piped.stdout).toContain('✓ The export holds: 3 entries of acme/production/globex, 1 to 3.');
  const missing = await dream('audit', 'verify', 'none.ndjson');
  expect(missing).toMatchObject({ exitCode: 1, stdout: '' });
  expect(missing.stderr).toContain('There is no none.ndjson.');
  writeFileSync(join(directory, 'no.key'), 'nothing\n');
  const noKey = await dream('audit', 'verify', 'none.ndjson', '--key', 'no.key');
  expect(noKey.stderr).toContain('no.key holds no public key.');
});
