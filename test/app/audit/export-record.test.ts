import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, inject, it } from 'vitest';
import { type ExportedRecord, exportRecord, type RecordOptions } from '../../../src/app/audit/export-record.ts';
import { chainFile } from '../../../src/app/audit/record-files.ts';
import { type VerifiedRecord, verifyRecord } from '../../../src/app/audit/verify-record.ts';
import type { AuditClient } from '../../../src/app/audit-client.ts';
import type { JsonObject } from '../../../src/engine/json.ts';
import { createHost } from '../../../src/host/create-host.ts';
import { controlPlaneOn, requestOn } from '../../support/control-plane.ts';
import { anyDatabase } from '../../support/databases.ts';
import { sealAll } from '../../support/seal-all.ts';

const host = createHost();

const newFolder = (): string => mkdtempSync(join(inject('temporary'), 'record-'));

function exporting(
  audit: AuditClient['audit'],
  directory: string,
  options: Partial<RecordOptions> = {},
): Promise<ExportedRecord> {
  const all = { query: { format: 'ndjson' }, directory, resume: false, progress: () => undefined };
  return exportRecord(audit, { ...all, ...options }, host);
}

const verifying = (directory: string, key?: string): Promise<VerifiedRecord> => verifyRecord({ directory, key }, host);

/** What is found wrong once something was done to a copy of it. */
async function foundAfter(directory: string, change: (copy: string) => unknown): Promise<readonly string[]> {
  const copy = newFolder();
  cpSync(directory, copy, { recursive: true });
  await change(copy);
  const { problems, valid } = await verifying(copy);
  expect(valid).toBe(problems.length === 0);
  return problems.map(({ file, reason }) => `${file} ${reason}`);
}

function listIn(directory: string): { chains: JsonObject & { chains: JsonObject[] }; signature: string } {
  return JSON.parse(readFileSync(join(directory, 'chains.json'), 'utf8'));
}

anyDatabase((databases) => {
  it('FR-A007 an export of the whole record is not held up by a chain from which an entry was deleted', async () => {
    const database = await databases.open();
    const controlPlane = await controlPlaneOn(database);
    const request = requestOn(controlPlane);
    for (const id of ['globex', 'initech']) {
      expect((await request('POST', '/v1/tenants', { id, name: id, currency: 'EUR' })).status).toBe(201);
    }
    await request('POST', '/v1/flags', { key: 'sso', body: { variations: { on: true, off: false } } });
    await sealAll(controlPlane, database);
    await database.withControlPlane('write', async (tx) => {
      await tx.execute(sql`SET LOCAL ROLE NONE`);
      await tx.execute(sql`DELETE FROM audit_seals WHERE tenant_id = '' AND sequence = 2`);
    });
    const directory = newFolder();
    for (const resume of [false, true]) {
      const file = join(directory, 'environment.ndjson');
      await expect(exporting(controlPlane.audit, directory, { resume })).rejects.toMatchObject({
        code: 'cli/entries-missing',
        message: `${file}: Entry 2 is missing from the chain, and no retention took any out there.`,
      });
    }
    expect((await verifying(directory)).problems).toMatchObject([
      { file: 'environment.ndjson', reason: 'entry-missing', sequence: 2 },
    ]);
  });

  it('FR-A007 an export of the whole record has every chain, and shows that none is missing', async () => {
    const database = await databases.open();
    const controlPlane = await controlPlaneOn(database);
    const request = requestOn(controlPlane);
    const { audit } = controlPlane;
    for (const id of ['globex', 'initech']) {
      expect((await request('POST', '/v1/tenants', { id, name: id, currency: 'EUR' })).status).toBe(201);
    }
    await request('POST', '/v1/flags', { key: 'sso', body: { variations: { on: true, off: false } } });
    await sealAll(controlPlane, database);

    const directory = join(newFolder(), 'record');
    const exported = await exporting(audit, directory);
    const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
    expect(files).toEqual([
      'chains.json',
      'environment.ndjson',
      'tenants',
      'tenants/globex.ndjson',
      'tenants/initech.ndjson',
    ]);
    const verified = await verifying(directory);
    expect(verified).toMatchObject({
      valid: true,
      origin: 'acme/development',
      chains: 3,
      trusted: false,
      problems: [],
    });
    expect(exported).toMatchObject({ chains: 3, entries: verified.entries });
    expect(verified.entries).toBeGreaterThan(3);
    expect(await verifying(directory, verified.signedBy ?? '')).toMatchObject({ valid: true, trusted: true });

    // Another one, of a part of it: what the list says binds every chain.
    const narrow = newFolder();
    await exporting(audit, narrow, { query: { format: 'ndjson', action: 'tenant.*' } });
    expect(await verifying(narrow)).toMatchObject({ valid: true, filter: { action: 'tenant.*' } });
    const globex = chainFile('globex', 'ndjson');
    const put = (copy: string, file: string, from: string): void => cpSync(join(from, file), join(copy, file));

    expect(await foundAfter(directory, (copy) => rmSync(join(copy, globex)))).toEqual([`${globex} chain-missing`]);
    expect(await foundAfter(directory, (copy) => put(copy, globex, narrow))).toEqual([`${globex} chain-other`]);
    expect(await foundAfter(directory, (copy) => cpSync(join(copy, 'environment.ndjson'), join(copy, globex)))).toEqual(
      [`${globex} chain-other`],
    );
    expect(await foundAfter(directory, (copy) => writeFileSync(join(copy, 'tenants', 'hooli.ndjson'), ''))).toEqual([
      'tenants/hooli.ndjson file-unknown',
    ]);
    expect(
      await foundAfter(directory, (copy) => {
        const text = readFileSync(join(copy, globex), 'utf8');
        writeFileSync(join(copy, globex), text.replace('"success"', '"failure"'));
      }),
    ).toEqual([`${globex} entry-changed`]);
    const written = (change: (list: ReturnType<typeof listIn>) => void) => (copy: string) => {
      const list = listIn(copy);
      change(list);
      // A tenant left out of the list as well as of the folder is what the signature is for.
      writeFileSync(join(copy, 'chains.json'), JSON.stringify(list));
    };
    expect(
      await foundAfter(
        directory,
        written(() => undefined),
      ),
    ).toEqual([]);
    expect(
      await foundAfter(
        directory,
        written(({ chains }) => chains.chains.pop()),
      ),
    ).toEqual(['chains.json list-changed']);
    expect(
      await foundAfter(
        directory,
        written((list) => (list.signature = '')),
      ),
    ).toEqual(['chains.json not-signed']);
    const deep = JSON.stringify(listIn(directory)).replace(
      '"filter":{}',
      `"filter":{"deep":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    );
    for (const text of ['{', deep, JSON.stringify({ chains: { version: 1 }, signature: '' })]) {
      expect(await foundAfter(directory, (copy) => writeFileSync(join(copy, 'chains.json'), text))).toEqual([
        'chains.json list-changed',
      ]);
    }
    // What is no file is as good as none, and is not waited for.
    expect(
      await foundAfter(directory, (copy) => {
        rmSync(join(copy, globex));
        mkdirSync(join(copy, globex));
      }),
    ).toEqual([`${globex} chain-missing`]);
    expect(
      await foundAfter(directory, (copy) => {
        rmSync(join(copy, 'tenants'), { recursive: true });
        writeFileSync(join(copy, 'tenants'), '');
      }),
    ).toEqual(['tenants file-unknown', `${globex} chain-missing`, 'tenants/initech.ndjson chain-missing']);

    // The signature of an older list does not make an older export pass beside a newer one.
    await request('POST', '/v1/flags', { key: 'beta', body: { variations: { on: true, off: false } } });
    await sealAll(controlPlane, database);
    const later = newFolder();
    await exporting(audit, later);
    expect(await foundAfter(later, (copy) => put(copy, 'environment.ndjson', directory))).toEqual([
      'environment.ndjson chain-older',
    ]);
    expect(await foundAfter(later, (copy) => put(copy, 'chains.json', directory))).toEqual([]);
  });

  it('FR-A007 an export of the whole record that was cut off is gone on with', async () => {
    const database = await databases.open();
    const controlPlane = await controlPlaneOn(database);
    const request = requestOn(controlPlane);
    const { audit } = controlPlane;
    await request('POST', '/v1/tenants', { id: 'globex', name: 'Globex', currency: 'EUR' });
    await sealAll(controlPlane, database);
    let asked = 0;
    const breaking: AuditClient['audit'] = {
      ...audit,
      export: async (query) => {
        const chunks = await audit.export(query);
        asked += 1;
        if (asked < 2) return chunks;
        return (async function* () {
          for await (const chunk of chunks) {
            yield chunk.subarray(0, chunk.length - 9);
            throw new Error('aborted');
          }
        })();
      },
    };
    const directory = newFolder();
    await expect(exporting(breaking, directory)).rejects.toMatchObject({ code: 'cli/export-cut-off' });
    expect((await verifying(directory)).valid).toBe(false);
    await expect(exporting(audit, directory)).rejects.toMatchObject({ code: 'cli/exists' });
    const resuming = { resume: true };
    await expect(
      exporting(audit, directory, { ...resuming, query: { format: 'ndjson', actor: 'ada' } }),
    ).rejects.toMatchObject({ code: 'cli/usage' });
    for (const query of [{ format: 'csv' }, { format: 'ndjson', personal: true }]) {
      await expect(exporting(audit, directory, { ...resuming, query })).rejects.toMatchObject({ code: 'cli/usage' });
    }
    const listless = newFolder();
    writeFileSync(join(listless, 'environment.ndjson'), '');
    await expect(exporting(audit, listless, resuming)).rejects.toMatchObject({ code: 'cli/usage' });
    expect(await exporting(audit, directory, resuming)).toMatchObject({ chains: 2 });
    expect(await verifying(directory)).toMatchObject({ valid: true, chains: 2 });
    // What is left of a list that was never finished is no stranger.
    writeFileSync(join(directory, 'chains.json.tmp_01ABC'), '{');
    expect((await verifying(directory)).valid).toBe(true);
    // Once it is whole there is nothing to go on with, and nothing is asked for again.
    expect(await exporting(audit, directory, resuming)).toMatchObject({ chains: 2 });
  });
});

it('FR-A007 no two chains share a file of an export, however their tenants are called', () => {
  const long = ['A', 'B'].map((last) => `${'A'.repeat(127)}${last}`);
  const tenants = [
    null,
    ...long,
    'environment',
    'globex',
    'Globex',
    'globex.',
    '..',
    'a/b',
    'a%2fb',
    'größe',
    'CON',
    '-',
  ];
  const files = tenants.map((tenant) => chainFile(tenant, 'ndjson'));
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(tenants.length);
  for (const file of files) expect(file.length).toBeLessThan(220);
  expect([files[0], ...files.slice(3, 6)]).toEqual([
    'environment.ndjson',
    'tenants/environment.ndjson',
    'tenants/globex.ndjson',
    'tenants/%47lobex.ndjson',
  ]);
  for (const file of files.slice(1)) expect(file).toMatch(/^tenants\/[^/.][^/]*\.ndjson$/u);
});
