import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, inject, it } from 'vitest';
import { type ExportedEntries, exportEntries } from '../../../src/app/audit/export-entries.ts';
import type { ExportedFrom } from '../../../src/app/audit/refuse-other-export.ts';
import type { AuditClient, ExportQuery } from '../../../src/app/audit-client.ts';
import { httpControlPlane } from '../../../src/app/client/http-control-plane.ts';
import { httpTransport } from '../../../src/app/client/http-transport.ts';
import { formats } from '../../../src/components/audit/formats/formats.ts';
import { createHost } from '../../../src/host/create-host.ts';
import { entryOf, storeEntries } from '../../components/audit/stored-entries.ts';
import { hostileEntries, parsed } from '../../components/audit/hostile-entries.ts';
import { controlPlaneOn, type TestControlPlane } from '../../support/control-plane.ts';
import { useDatabases } from '../../support/databases.ts';
import { longRun } from '../../support/long-run.ts';

const databases = useDatabases('postgres');
const host = createHost();
const tenant = 'globex';
const origin = { project: 'acme', environment: 'development' };
/** Places at which an export is cut off, evenly from its first byte to its last. */
const cuts = longRun ? 12 : 3;

/** Eight entries of one tenant, of which some hold what nobody would wish for. */
async function withEntries(): Promise<TestControlPlane> {
  const database = await databases.shared();
  const controlPlane = await controlPlaneOn(database);
  await controlPlane.status();
  const entries = hostileEntries(8).map((sealed, index) => {
    const { actor, metadata = {}, after = null } = parsed(sealed);
    return entryOf({
      tenantId: tenant,
      actor: { type: 'user', id: `u${index}`, name: actor.name ?? '' },
      metadata,
      after,
    });
  });
  await storeEntries(database, { entries });
  return controlPlane;
}

/** Gives the first bytes of what is asked for, and then what a broken connection gives. */
function cuttingOff(audit: AuditClient['audit'], bytes: number): AuditClient['audit'] {
  return {
    ...audit,
    export: async (query) => {
      const chunks = await audit.export(query);
      return (async function* () {
        let left = bytes;
        for await (const chunk of chunks) {
          yield chunk.subarray(0, left);
          left -= chunk.length;
          if (left <= 0) throw new Error('aborted');
        }
      })();
    },
  };
}

function newFile(): string {
  return join(mkdtempSync(join(inject('temporary'), 'export-')), 'sub', 'audit.out');
}

interface Exporting {
  readonly file: string;
  readonly format?: string;
  readonly resume?: boolean;
  /** In place of what is asked for otherwise, or besides. */
  readonly asked?: Partial<ExportQuery>;
  readonly from?: ExportedFrom;
}

function exporting(
  audit: AuditClient['audit'],
  { file, format = 'ndjson', resume = false, asked = {}, from = origin }: Exporting,
): Promise<ExportedEntries> {
  const nowhere = { write: () => Promise.reject(new Error('no file')), close: () => Promise.resolve() };
  const options = {
    query: { tenant, format, ...asked },
    from,
    file,
    resume,
    standardOutput: nowhere,
    progress: () => undefined,
  };
  return exportEntries(audit, options, host);
}

async function textOf(audit: AuditClient['audit'], format: string): Promise<string> {
  let text = '';
  for await (const chunk of await audit.export({ tenant, format })) text += Buffer.from(chunk).toString();
  return text;
}

const lines = (text: string): string => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);

describe('an export into a file', () => {
  it.each(Object.keys(formats))('CP-07 is what the server sends, held against its manifest: %s', async (format) => {
    const { audit } = await withEntries();
    const file = newFile();
    const exported = await exporting(audit, { file, format });
    expect(exported).toMatchObject({ file, format, entries: 8, resumedAfter: null });
    expect(lines(readFileSync(file, 'utf8'))).toBe(lines(await textOf(audit, format)));
  });

  it.each(Object.keys(formats))(
    'FR-A007 of a chain from which an entry was deleted is an error, and is there: %s',
    async (format) => {
      const { audit } = await withEntries();
      const database = await databases.shared();
      await database.withControlPlane('write', async (tx) => {
        await tx.execute(sql`SET LOCAL ROLE NONE`);
        await tx.execute(sql`DELETE FROM audit_seals WHERE tenant_id = ${tenant} AND sequence IN (4, 5)`);
      });
      const file = newFile();
      for (const resume of [false, true]) {
        await expect(exporting(audit, { file, format, resume })).rejects.toMatchObject({
          code: 'cli/entries-missing',
          message: 'Entries 4 to 5 are missing from the chain, and no retention took any out there.',
        });
      }
      expect(readFileSync(file, 'utf8')).toMatch(/"+entries"+:6,/u);
    },
  );

  it.each(Object.keys(formats))(
    'EC-05 that was cut off anywhere says so, and is whole once it was gone on with: %s',
    async (format) => {
      const { audit } = await withEntries();
      const whole = lines(await textOf(audit, format));
      const length = Buffer.byteLength(whole);
      for (let round = 0; round <= cuts; round += 1) {
        const file = newFile();
        const cut = exporting(cuttingOff(audit, Math.round((length * round) / cuts)), { file, format });
        await expect(cut).rejects.toMatchObject({ code: 'cli/export-cut-off' });
        const resumed = await exporting(audit, { file, format, resume: true });
        expect(resumed.entries).toBe(8);
        expect(lines(readFileSync(file, 'utf8'))).toBe(whole);
        // What is whole is not asked for again.
        const nobody = { ...audit, export: () => Promise.reject(new Error('asked')) };
        expect(await exporting(nobody, { file, format, resume: true })).toMatchObject({ entries: 8 });
      }
    },
  );

  it.each(longRun ? ['csv', 'ndjson'] : ['ndjson'])(
    'EC-05 whose process was killed comes to the very lines of one that nobody disturbed: %s',
    async (format) => {
      const { audit } = await withEntries();
      const whole = newFile();
      await exporting(audit, { file: whole, format });
      const bytes = readFileSync(whole);
      const file = newFile();
      const script = join(import.meta.dirname, 'export-from-input.ts');
      const killed = spawn(process.execPath, [script, file, format], { stdio: ['pipe', 'ignore', 'inherit'] });
      const ended = once(killed, 'exit');
      const sent = Math.floor(bytes.length / 2);
      killed.stdin.write(bytes.subarray(0, sent));
      const written = (): number => (existsSync(file) ? statSync(file).size : 0);
      while (written() < sent && killed.exitCode === null) await pause(10);
      killed.kill('SIGKILL');
      expect(await ended).toEqual([null, 'SIGKILL']);
      expect(written()).toBe(sent);
      expect(await exporting(audit, { file, format, resume: true })).toMatchObject({ entries: 8 });
      // But for the manifest, which says when all of it was there.
      expect(lines(readFileSync(file, 'utf8'))).toBe(lines(bytes.toString()));
    },
  );

  it('EC-05 is not taken for whole when the server ended it without its manifest', async () => {
    const { audit } = await withEntries();
    const ended = {
      ...audit,
      export: async () =>
        (async function* () {
          yield Buffer.from(lines(await textOf(audit, 'ndjson')));
        })(),
    };
    await expect(exporting(ended, { file: newFile() })).rejects.toMatchObject({ code: 'cli/export-cut-off' });
  });

  it('notices what was changed before it was gone on with', async () => {
    const { audit } = await withEntries();
    const file = newFile();
    await exporting(cuttingOff(audit, 2500), { file }).catch(() => undefined);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"success"', '"failure"'));
    const resumed = exporting(audit, { file, resume: true });
    await expect(resumed).rejects.toMatchObject({ code: 'cli/export-changed' });
  });

  it('never overwrites a file, and goes on with none of another format', async () => {
    const { audit } = await withEntries();
    const file = newFile();
    await exporting(audit, { file });
    await expect(exporting(audit, { file })).rejects.toMatchObject({ code: 'cli/exists' });
    const other = newFile();
    await exporting(cuttingOff(audit, 2500), { file: other }).catch(() => undefined);
    const before = readFileSync(other);
    for (const format of ['cef', 'csv', 'syslog', 'ocsf']) {
      const resumed = exporting(audit, { file: other, format, resume: true });
      await expect(resumed).rejects.toMatchObject({ code: 'cli/usage' });
    }
    expect(readFileSync(other)).toEqual(before);
    const stranger = newFile();
    await exporting(audit, { file: stranger });
    writeFileSync(stranger, '{"not":"an export"');
    const resumed = exporting(audit, { file: stranger, resume: true });
    await expect(resumed).rejects.toMatchObject({ code: 'cli/usage' });
    expect(readFileSync(stranger, 'utf8')).toBe('{"not":"an export"');
  });

  it('CP-07 comes over HTTP as well, and so does what the server refuses', async () => {
    const { server } = await withEntries();
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    const connect = (token: string): ReturnType<typeof httpControlPlane> =>
      httpControlPlane(
        httpTransport({
          url,
          headers: { authorization: `Bearer ${token}`, 'dream-project': 'acme', 'dream-environment': 'development' },
          description: url,
          idempotencyKey: () => 'key',
        }),
      );
    const { audit, close } = connect(`local_${'t'.repeat(43)}`);
    const file = newFile();
    expect(await exporting(audit, { file, format: 'csv' })).toMatchObject({ entries: 8 });
    await close();
    const stranger = connect('sk_test_none');
    await expect(exporting(stranger.audit, { file: newFile() })).rejects.toMatchObject({ type: 'authentication' });
    await stranger.close();
  });
});
