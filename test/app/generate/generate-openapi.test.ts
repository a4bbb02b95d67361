import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type GeneratedOpenApi, generateOpenApi } from '../../../src/app/generate/generate-openapi.ts';
import { components } from '../../../src/components/index.ts';
import { createHost } from '../../../src/host/create-host.ts';
import { projectFolder } from '../../support/project-folder.ts';

const host = createHost();
const few = components.filter(({ name }) => name === 'billing' || name === 'analytics');
const generate = async (directory: string, options: { check?: boolean; without?: string } = {}) =>
  generateOpenApi({
    host,
    directory,
    check: options.check ?? false,
    components: few.filter(({ name }) => name !== options.without),
  });

function states({ documents }: GeneratedOpenApi): { readonly [path: string]: string } {
  return Object.fromEntries(documents.map(({ path, state }) => [path, state]));
}

const fresh = {
  'openapi.yaml': 'unchanged',
  'control-plane/control-plane.yaml': 'unchanged',
  'billing/billing.yaml': 'unchanged',
  'analytics/analytics.yaml': 'unchanged',
};

test('a second run writes nothing', async () => {
  const directory = join(projectFolder({}), 'openapi');
  expect(new Set(Object.values(states(await generate(directory))))).toStrictEqual(new Set(['new']));
  const inodes = Object.keys(fresh).map((path) => statSync(join(directory, path)).ino);
  expect(states(await generate(directory))).toStrictEqual(fresh);
  expect(Object.keys(fresh).map((path) => statSync(join(directory, path)).ino)).toStrictEqual(inodes);
});

test('what was edited, is missing or left over is named, and put right by the next run', async () => {
  const directory = projectFolder({});
  await generate(directory);
  const billing = join(directory, 'billing/billing.yaml');
  const text = readFileSync(billing, 'utf8');
  writeFileSync(billing, text.replace('Dream: billing', 'Dream: building'));
  rmSync(join(directory, 'openapi.yaml'));
  const stale = { ...fresh, 'openapi.yaml': 'new', 'billing/billing.yaml': 'changed' };
  expect(states(await generate(directory, { check: true }))).toStrictEqual(stale);
  expect(existsSync(join(directory, 'openapi.yaml'))).toBe(false);
  expect(states(await generate(directory))).toStrictEqual(stale);
  expect(readFileSync(billing, 'utf8')).toBe(text);

  const { 'analytics/analytics.yaml': _, ...others } = fresh;
  const less = { ...others, 'openapi.yaml': 'changed', 'analytics/analytics.yaml': 'gone' };
  expect(states(await generate(directory, { check: true, without: 'analytics' }))).toStrictEqual(less);
  expect(states(await generate(directory, { without: 'analytics' }))).toStrictEqual(less);
  expect(existsSync(join(directory, 'analytics/analytics.yaml'))).toBe(false);
});

test("somebody else's files stay as they are", async () => {
  const directory = projectFolder({});
  mkdirSync(join(directory, 'mine'));
  writeFileSync(join(directory, 'mine/mine.yaml'), 'openapi: 3.1.1\n');
  await generate(directory);
  expect(readFileSync(join(directory, 'mine/mine.yaml'), 'utf8')).toBe('openapi: 3.1.1\n');

  const taken = projectFolder({ 'billing/billing.yaml': 'kind: Plan\n' });
  await expect(generate(taken)).rejects.toMatchObject({
    code: 'cli/foreign-file',
    message: `${join(taken, 'billing/billing.yaml')} is there already and was not written by this command; nothing was written.`,
  });
  expect(existsSync(join(taken, 'openapi.yaml'))).toBe(false);
});

test('a copy that somebody made of a document stays, and that of a component that is no more goes', async () => {
  const directory = projectFolder({});
  await generate(directory);
  for (const [name, from] of [
    ['baseline', 'openapi.yaml'],
    ['released', 'billing/billing.yaml'],
  ] as const) {
    mkdirSync(join(directory, name));
    writeFileSync(join(directory, name, `${name}.yaml`), readFileSync(join(directory, from)));
  }
  writeFileSync(join(directory, 'baseline/notes.txt'), 'Mine.\n');
  expect(states(await generate(directory, { check: true }))).toStrictEqual(fresh);
  expect(states(await generate(directory, { without: 'analytics' }))).toMatchObject({
    'analytics/analytics.yaml': 'gone',
  });
  expect(readdirSync(join(directory, 'baseline')).toSorted()).toStrictEqual(['baseline.yaml', 'notes.txt']);
  expect(readdirSync(join(directory, 'released'))).toStrictEqual(['released.yaml']);
  expect(readdirSync(join(directory, 'analytics'))).toStrictEqual([]);
});

test('other ends of lines make no document stale', async () => {
  const directory = projectFolder({});
  await generate(directory);
  for (const path of Object.keys(fresh)) {
    const file = join(directory, path);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
  }
  expect(states(await generate(directory, { check: true }))).toStrictEqual(fresh);
  expect(states(await generate(directory, { without: 'analytics' }))).toMatchObject({
    'billing/billing.yaml': 'unchanged',
    'analytics/analytics.yaml': 'gone',
  });
});

test('a folder that is a link is not written through', async () => {
  const directory = projectFolder({ 'elsewhere/notes.txt': 'Mine.\n', 'openapi/notes.txt': 'Mine.\n' });
  symlinkSync('../elsewhere', join(directory, 'openapi/billing'));
  await expect(generate(join(directory, 'openapi'))).rejects.toMatchObject({ code: 'cli/foreign-file' });
  expect(readdirSync(join(directory, 'elsewhere'))).toStrictEqual(['notes.txt']);
  expect(readdirSync(join(directory, 'openapi')).toSorted()).toStrictEqual(['billing', 'notes.txt']);
});
