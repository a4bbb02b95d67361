import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type GeneratedSdks, generateSdk } from '../../../src/app/generate/generate-sdk.ts';
import type { SdkLanguage } from '../../../src/app/generate/sdk/languages.ts';
import { components } from '../../../src/components/index.ts';
import { createHost } from '../../../src/host/create-host.ts';
import { projectFolder } from '../../support/project-folder.ts';

const host = createHost();

/** A language whose SDK has a file for each resource. */
function language(name = 'logo', note = ''): SdkLanguage {
  return {
    name,
    title: 'Logo',
    templates: () => [{ path: 'core/send.logo', text: 'TO SEND\nEND\n' }],
    emit: ({ apiVersion, resources }, templates) => [
      ...templates,
      { path: 'client.logo', text: `; ${apiVersion}${note}\n` },
      ...resources.map((resource) => ({ path: `resources/${resource.name}.logo`, text: `TO ${resource.name}\nEND\n` })),
    ],
  };
}

interface Given {
  readonly check?: boolean;
  readonly without?: string;
  readonly note?: string;
  readonly languages?: readonly SdkLanguage[];
}

async function generate(directory: string, { check = false, languages, note, without }: Given = {}) {
  return generateSdk({
    host,
    directory,
    check,
    languages: languages ?? [language('logo', note)],
    components: components.filter(({ name }) => ['billing', 'events'].includes(name) && name !== without),
  });
}

/** Those that are not as they should be. */
function stale({ sdks }: GeneratedSdks): { readonly [path: string]: string } {
  const files = sdks.flatMap((sdk) => sdk.files.filter(({ state }) => state !== 'unchanged'));
  return Object.fromEntries(files.map(({ path, state }) => [path, state]));
}

function inodes(directory: string): readonly string[] {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name)).map((path) => `${path} ${statSync(path).ino}`);
}

const list = '.dream-files.json';

test('an SDK has its templates, what follows from the API, and a list of both', async () => {
  const directory = projectFolder({});
  const { sdks } = await generate(directory);
  expect(sdks).toMatchObject([
    { language: 'logo', directory: join(directory, 'logo'), operations: expect.any(Number), types: expect.any(Number) },
  ]);
  expect(readFileSync(join(directory, 'logo/core/send.logo'), 'utf8')).toBe('TO SEND\nEND\n');
  const listed: object = JSON.parse(readFileSync(join(directory, 'logo', list), 'utf8'));
  const paths = Object.keys(listed);
  expect(paths).toStrictEqual(paths.toSorted());
  expect([...paths, list]).toStrictEqual(sdks[0]?.files.map(({ path }) => path));
  expect(paths).toEqual(expect.arrayContaining(['client.logo', 'core/send.logo', 'resources/webhooks.logo']));
});

test('a second run writes nothing, and a check of what is fresh finds nothing', async () => {
  const directory = projectFolder({});
  expect(new Set(Object.values(stale(await generate(directory))))).toStrictEqual(new Set(['new']));
  const before = inodes(directory);
  expect(stale(await generate(directory))).toStrictEqual({});
  expect(stale(await generate(directory, { check: true }))).toStrictEqual({});
  expect(inodes(directory)).toStrictEqual(before);
});

test('what is stale, missing or left over is named by a check, and put right by the next run', async () => {
  const directory = projectFolder({});
  await generate(directory, { note: ' before' });
  rmSync(join(directory, 'logo/core/send.logo'));
  const expected = {
    [list]: 'changed',
    'client.logo': 'changed',
    'core/send.logo': 'new',
    'resources/webhooks.logo': 'gone',
    'resources/events.logo': 'gone',
  };
  const before = inodes(directory);
  expect(stale(await generate(directory, { check: true, without: 'events' }))).toStrictEqual(expected);
  expect(inodes(directory)).toStrictEqual(before);
  expect(stale(await generate(directory, { without: 'events' }))).toStrictEqual(expected);
  expect(existsSync(join(directory, 'logo/resources/webhooks.logo'))).toBe(false);
  expect(stale(await generate(directory, { check: true, without: 'events' }))).toStrictEqual({});
});

test('a file that another tool gave other ends of lines is still known for its own', async () => {
  const directory = projectFolder({});
  await generate(directory);
  writeFileSync(join(directory, 'logo/core/send.logo'), 'TO SEND\r\nEND\r\n');
  const listed = join(directory, 'logo', list);
  writeFileSync(listed, readFileSync(listed, 'utf8').replaceAll('\n', '\r\n'));
  expect(stale(await generate(directory))).toStrictEqual({});
  expect(stale(await generate(directory, { note: ' later' }))).toStrictEqual({
    [list]: 'changed',
    'client.logo': 'changed',
  });
});

test('a run that was broken off before the list was written is taken up again', async () => {
  const directory = projectFolder({});
  await generate(directory, { note: ' before' });
  const before = readFileSync(join(directory, 'logo', list), 'utf8');
  await generate(directory);
  writeFileSync(join(directory, 'logo', list), before);
  expect(stale(await generate(directory))).toStrictEqual({ [list]: 'changed' });
});

describe("somebody else's file", () => {
  const refusal = (path: string, why: string): object => ({
    code: 'cli/foreign-file',
    message: `${path} ${why}; nothing was written. Move it elsewhere or remove it, and run the command again.`,
    details: { paths: [path] },
  });

  test('stays as it is, beside those of the SDK', async () => {
    const directory = projectFolder({ 'logo/mine.logo': 'TO MINE\nEND\n', 'logo/resources/mine.logo': '; mine\n' });
    await generate(directory, { note: ' before' });
    await generate(directory, { without: 'events' });
    expect(readFileSync(join(directory, 'logo/mine.logo'), 'utf8')).toBe('TO MINE\nEND\n');
    expect(readFileSync(join(directory, 'logo/resources/mine.logo'), 'utf8')).toBe('; mine\n');
  });

  test('that is in the way is named, and nothing is written in any language', async () => {
    const directory = projectFolder({ 'logo/client.logo': '; mine\n' });
    const path = join(directory, 'logo/client.logo');
    const both = { languages: [language('basic'), language()] };
    await expect(generate(directory, both)).rejects.toMatchObject(
      refusal(path, 'is there already and was not written by this command'),
    );
    expect(readdirSync(directory)).toStrictEqual(['dream.yaml', 'logo']);
    expect(readdirSync(join(directory, 'logo'))).toStrictEqual(['client.logo']);
  });

  test('that is what it should be already is taken for its own', async () => {
    const directory = projectFolder({ 'logo/core/send.logo': 'TO SEND\nEND\n' });
    expect(stale(await generate(directory))).not.toHaveProperty('core/send.logo');
    expect(readFileSync(join(directory, 'logo', list), 'utf8')).toContain('"core/send.logo"');
  });

  test('was once of the SDK and edited since: it is neither written over nor removed', async () => {
    const directory = projectFolder({});
    await generate(directory);
    const path = join(directory, 'logo/resources/webhooks.logo');
    writeFileSync(path, 'TO webhooks\nPRINT 1\nEND\n');
    const before = inodes(directory);
    for (const given of [{}, { check: true }, { without: 'events' }]) {
      await expect(generate(directory, given)).rejects.toMatchObject(
        refusal(path, 'was edited since this command wrote it'),
      );
    }
    expect(inodes(directory)).toStrictEqual(before);
    writeFileSync(path, 'TO webhooks\nEND\n');
    expect(stale(await generate(directory))).toStrictEqual({});
  });

  test.each([
    'no list',
    '{"a\\u0000b":"0"}',
    '[]',
    '{"a":1}',
    '{"../outside.txt":"0"}',
    '{"/etc/hosts":"0"}',
    '{"a/./b":"0"}',
  ])('has the name of the list: %s', async (text) => {
    const directory = projectFolder({ [`logo/${list}`]: text, 'outside.txt': 'x' });
    await expect(generate(directory)).rejects.toMatchObject({ code: 'cli/foreign-file' });
    expect(readdirSync(join(directory, 'logo'))).toStrictEqual([list]);
  });

  test('several are counted, and all are in the details', async () => {
    const directory = projectFolder({ 'logo/client.logo': '; mine\n', 'logo/core/send.logo': '; mine\n' });
    const paths = ['client.logo', 'core/send.logo'].map((path) => join(directory, 'logo', path));
    await expect(generate(directory)).rejects.toMatchObject({
      message: `${paths[0]} is there already and was not written by this command (and so with 1 more); nothing was written. Move it elsewhere or remove it, and run the command again.`,
      details: { paths },
    });
  });
});

test('a directory that cannot be written to is named', async () => {
  const file = projectFolder({ 'taken/logo': 'a file' });
  await expect(generate(join(file, 'taken'))).rejects.toMatchObject({
    problem: 'not-a-directory',
    path: expect.stringContaining(join(file, 'taken/logo')),
  });
});

test('an emitter that writes a file twice, or outside its folder, is at fault', async () => {
  const directory = projectFolder({});
  for (const path of ['client.logo', 'Client.logo', '../outside.logo', '/outside.logo', 'a//b.logo']) {
    const faulty: SdkLanguage = {
      ...language(),
      emit: () => [
        { path: 'client.logo', text: '' },
        { path, text: '' },
      ],
    };
    await expect(generate(directory, { languages: [faulty] })).rejects.toThrow(
      new RangeError(`logo: ${path} is written twice, or outside the SDK`),
    );
  }
  expect(readdirSync(directory)).toStrictEqual(['dream.yaml']);
});
