import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generateSdk } from '../../../../src/app/generate/generate-sdk.ts';
import type { SdkLanguage } from '../../../../src/app/generate/sdk/languages.ts';
import type { SdkFile } from '../../../../src/generate/sdk/api-description.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import type { Files, Host } from '../../../../src/host/contract.ts';
import { projectFolder } from '../../../support/project-folder.ts';

const host = createHost();
const list = '.dream-files.json';
const sent: SdkFile = { path: 'src/core/send.logo', text: 'TO SEND\n' };

/** By path, how each file was found. */
async function generate(directory: string, emitted: readonly SdkFile[], on: Host = host): Promise<object> {
  const language: SdkLanguage = { name: 'logo', title: 'Logo', templates: () => [], emit: () => emitted };
  const { sdks } = await generateSdk({ host: on, directory, check: false, languages: [language], components: [] });
  return Object.fromEntries(sdks.flatMap(({ files }) => files.map(({ path, state }) => [path, state])));
}

/** With the file written as the SDK's. */
async function written(...emitted: readonly SdkFile[]): Promise<{ directory: string; sdk: string }> {
  const directory = projectFolder({ 'elsewhere/precious.txt': 'mine\n', 'elsewhere/send.logo': 'mine\n' });
  await generate(directory, emitted);
  return { directory, sdk: join(directory, 'logo') };
}

function refusal(path: string): object {
  return {
    code: 'cli/foreign-file',
    message: expect.stringContaining(`${path} is there already`),
    details: { paths: [path] },
  };
}

describe('nothing outside the folder of the SDK is written or removed', () => {
  test('where a link in it leads out, and the list names what stands there', async () => {
    const { directory, sdk } = await written({ path: 'src/precious.txt', text: 'mine\n' });
    rmSync(join(sdk, 'src'), { recursive: true });
    symlinkSync('../elsewhere', join(sdk, 'src'));
    await expect(generate(directory, [])).rejects.toMatchObject(refusal(join(sdk, 'src')));
    await expect(generate(directory, [{ path: 'src/new.txt', text: '' }])).rejects.toMatchObject(
      refusal(join(sdk, 'src')),
    );
    expect(readdirSync(join(directory, 'elsewhere'))).toStrictEqual(['precious.txt', 'send.logo']);
  });

  test.each([
    ['that leads to a file', '../../../elsewhere/send.logo'],
    ['that leads nowhere', 'nowhere'],
  ])('where a link %s has the name of a file', async (_, target) => {
    const { directory, sdk } = await written(sent);
    rmSync(join(sdk, sent.path));
    symlinkSync(target, join(sdk, sent.path));
    for (const emitted of [[sent], [{ ...sent, text: 'TO SEND AGAIN\n' }], []]) {
      await expect(generate(directory, emitted)).rejects.toMatchObject(refusal(join(sdk, sent.path)));
    }
    expect(readFileSync(join(directory, 'elsewhere/send.logo'), 'utf8')).toBe('mine\n');
    expect(readdirSync(join(sdk, 'src/core'))).toStrictEqual(['send.logo']);
  });

  test('where a link has the name of the list', async () => {
    const { directory, sdk } = await written(sent);
    rmSync(join(sdk, list));
    symlinkSync('../elsewhere/precious.txt', join(sdk, list));
    await expect(generate(directory, [])).rejects.toMatchObject(refusal(join(sdk, list)));
    expect(readFileSync(join(directory, 'elsewhere/precious.txt'), 'utf8')).toBe('mine\n');
  });
});

test('a folder with the name of a file, and a file with that of a folder, are in the way', async () => {
  const folder = projectFolder({});
  mkdirSync(join(folder, 'logo', sent.path), { recursive: true });
  await expect(generate(folder, [sent])).rejects.toMatchObject(refusal(join(folder, 'logo', sent.path)));
  const file = projectFolder({ 'logo/src': 'a file' });
  const several = [sent, { path: 'src/client.logo', text: '' }, { path: 'a.logo', text: '' }];
  await expect(generate(file, several)).rejects.toMatchObject(refusal(join(file, 'logo/src')));
  expect(readdirSync(join(file, 'logo'))).toStrictEqual(['src']);
});

test('a file of the SDK makes room for a folder of its name', async () => {
  const { directory, sdk } = await written({ path: 'src', text: '' });
  expect(await generate(directory, [sent])).toStrictEqual({ [sent.path]: 'new', src: 'gone', [list]: 'changed' });
  expect(readFileSync(join(sdk, sent.path), 'utf8')).toBe(sent.text);
});

test('a file that holds the character for what is no text, or a zero, is known for its own', async () => {
  const odd = { path: 'odd.logo', text: 'PRINT [\ufffd \0]\n' };
  const { directory } = await written(odd);
  expect(await generate(directory, [odd])).toStrictEqual({ [odd.path]: 'unchanged', [list]: 'unchanged' });
  const later = { ...odd, text: 'PRINT []\n' };
  expect(await generate(directory, [later])).toStrictEqual({ [odd.path]: 'changed', [list]: 'changed' });
});

test('a file that is no text any more was edited', async () => {
  const { directory, sdk } = await written(sent);
  writeFileSync(join(sdk, sent.path), Uint8Array.of(0xff, 0xfe));
  await expect(generate(directory, [sent])).rejects.toMatchObject({
    message: expect.stringContaining('was edited since'),
  });
});

describe('where case does not count', () => {
  /** A name as it is written on the disk, where there is one that differs in case only. */
  function asOnDisk(path: string): string {
    if (dirname(path) === path) return path;
    const folder = asOnDisk(dirname(path));
    const names = namesIn(folder);
    const name = names.find((one) => one.toLowerCase() === basename(path).toLowerCase()) ?? basename(path);
    return join(folder, name);
  }

  function namesIn(folder: string): readonly string[] {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  }

  /** The disk as a file system without case shows it. */
  const { files } = host;
  const folding: Files = {
    ...files,
    list: (path) => files.list(asOnDisk(path)),
    stat: (path) => files.stat(asOnDisk(path)),
    readBytes: (path) => files.readBytes(asOnDisk(path)),
    write: (path, text) => files.write(asOnDisk(path), text),
    remove: (path) => files.remove(asOnDisk(path)),
  };
  const on: Host = { ...host, files: folding };

  test('a file is renamed from one case to another, and stays', async () => {
    const { directory, sdk } = await written(sent);
    const renamed = { path: 'src/core/Send.logo', text: sent.text };
    expect(await generate(directory, [renamed], on)).toStrictEqual({
      [renamed.path]: 'new',
      [sent.path]: 'gone',
      [list]: 'changed',
    });
    expect(readdirSync(join(sdk, 'src/core'))).toStrictEqual(['Send.logo']);
    expect(await generate(directory, [renamed], on)).toStrictEqual({
      [renamed.path]: 'unchanged',
      [list]: 'unchanged',
    });
  });

  test('a rename that was broken off before the list was written is taken up again', async () => {
    const { directory, sdk } = await written(sent);
    const before = readFileSync(join(sdk, list), 'utf8');
    const renamed = { path: 'src/core/Send.logo', text: sent.text };
    await generate(directory, [renamed], on);
    writeFileSync(join(sdk, list), before);
    expect(await generate(directory, [renamed], on)).toStrictEqual({ [renamed.path]: 'unchanged', [list]: 'changed' });
    expect(readdirSync(join(sdk, 'src/core'))).toStrictEqual(['Send.logo']);
  });

  test("somebody else's file of that name in another case is in the way", async () => {
    const directory = projectFolder({ 'logo/src/core/SEND.logo': 'mine\n' });
    await expect(generate(directory, [sent], on)).rejects.toMatchObject({ code: 'cli/foreign-file' });
    expect(readFileSync(join(directory, 'logo/src/core/SEND.logo'), 'utf8')).toBe('mine\n');
  });
});
