import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadMasterKey as loadFrom, type MasterKeySource } from '../../../src/app/control-plane/master-key.ts';
import { createHost } from '../../../src/host/create-host.ts';

const given = Buffer.alloc(32, 7).toString('base64');

function hostWith(variables: { readonly [name: string]: string }) {
  return { ...createHost(), variables };
}

async function loadMasterKey(source: Omit<MasterKeySource, 'countSealed'>, sealed = 0): Promise<Uint8Array | null> {
  return loadFrom({ ...source, countSealed: () => Promise.resolve(sealed) });
}

function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'dream-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

describe('the master key', () => {
  it('comes from DREAM_MASTER_KEY, before any file', async () => {
    const directory = newDirectory();
    const key = await loadMasterKey({ host: hostWith({ DREAM_MASTER_KEY: ` ${given}\n` }), directory });
    expect(Buffer.from(key ?? []).toString('base64')).toBe(given);
    expect(() => statSync(join(directory, 'master.key'))).toThrow();
  });

  it('is made for an embedded database once, and only its owner can read it', async () => {
    const directory = newDirectory();
    const made = await loadMasterKey({ host: hostWith({}), directory });
    expect(made).toHaveLength(32);
    expect(await loadMasterKey({ host: hostWith({}), directory })).toStrictEqual(Buffer.from(made ?? []));
    expect(statSync(join(directory, 'master.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(directory, 'master.key'), 'utf8')).toBe(`${Buffer.from(made ?? []).toString('base64')}\n`);
  });

  it('is never made over secrets that only another one opens', async () => {
    const directory = newDirectory();
    const path = join(directory, 'master.key');
    expect(await loadMasterKey({ host: hostWith({}), directory }, 2).catch((error: unknown) => error)).toMatchObject({
      code: 'secrets/master-key-gone',
      message: `${path} is not there, and the database holds 2 secrets that only the key in it opens. Put the file back, or set DREAM_MASTER_KEY to what it held.`,
      details: { path, sealed: 2, hint: expect.stringContaining('openssl rand -base64 32') },
    });
    expect(() => statSync(path)).toThrow();
    const others = await loadMasterKey({ host: hostWith({ DREAM_MASTER_KEY: given }), directory }, 2);
    expect(Buffer.from(others ?? []).toString('base64')).toBe(given);
  });

  it('is absent where neither is', async () => {
    expect(await loadMasterKey({ host: hostWith({}) })).toBeNull();
  });

  it.each([
    ['short'],
    [Buffer.alloc(31).toString('base64')],
    [Buffer.alloc(33).toString('base64')],
    [given.slice(0, -1)],
    [`${given}x`],
  ])('refuses %j without repeating it', async (text) => {
    const directory = newDirectory();
    const byVariable = await loadMasterKey({ host: hostWith({ DREAM_MASTER_KEY: text }) }).catch(
      (error: unknown) => error,
    );
    writeFileSync(join(directory, 'master.key'), text);
    const byFile = await loadMasterKey({ host: hostWith({}), directory }).catch((error: unknown) => error);
    for (const refusal of [byVariable, byFile]) {
      expect(refusal).toMatchObject({ code: 'secrets/unusable-master-key' });
      expect(String(refusal)).not.toContain(text);
    }
  });
});
