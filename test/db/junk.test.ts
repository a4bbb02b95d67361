import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/open-database.ts';
import { testRandom, useDatabases } from '../support/databases.ts';

describe('what stands in the place of an embedded database', () => {
  const databases = useDatabases('embedded');

  async function refusalOf(prepare: (directory: string) => string): Promise<{ readonly path: string; error: unknown }> {
    const address = await databases.address();
    if (!('embedded' in address)) throw new Error('Not embedded.');
    const path = prepare(address.embedded.directory);
    const error: unknown = await openDatabase({ host: { random: testRandom }, ...address }).catch((it: unknown) => it);
    return { path, error };
  }

  function write(path: string, text = 'kept'): string {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  it('is refused when it is a file, named and left as it was', async () => {
    const { error, path } = await refusalOf((directory) => write(join(directory, 'data')));
    expect(error).toMatchObject({
      code: 'db/embedded-failed',
      message: `${path} is a file, not the directory of a database.`,
      hint: 'Move it away to start afresh, or restore it from a copy.',
    });
    expect(readFileSync(path, 'utf8')).toBe('kept');
  });

  it('is refused when it is a directory of something else: no database is made in its midst', async () => {
    const { error, path } = await refusalOf((directory) => write(join(directory, 'data', 'base', 'x')));
    expect(error).toMatchObject({ code: 'db/embedded-failed', message: expect.stringContaining('no PG_VERSION') });
    expect(existsSync(join(dirname(path), '..', 'PG_VERSION'))).toBe(false);
  });

  it('is refused with a sentence when it is damaged', async () => {
    const { error } = await refusalOf((directory) => dirname(write(join(directory, 'data', 'PG_VERSION'), '12\n')));
    expect(error).toMatchObject({
      code: 'db/embedded-failed',
      message: expect.stringMatching(/does not start: \w.*\.$/u),
    });
    expect(String(error)).not.toContain('[object');
  });

  it('is refused when a file has the name of the whole directory, or of one above it', async () => {
    const { error, path } = await refusalOf((directory) => write(directory));
    expect(error).toMatchObject({
      code: 'db/directory-not-usable',
      message: `${path} is a file; the embedded database needs a directory there.`,
      hint: 'Move that file away, or run in another directory.',
    });
    await expect(
      openDatabase({ host: { random: testRandom }, embedded: { directory: join(path, 'below') } }),
    ).rejects.toMatchObject({
      code: 'db/directory-not-usable',
      message: expect.stringContaining('A part of the path'),
    });
  });
});
