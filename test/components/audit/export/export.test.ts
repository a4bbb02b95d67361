import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { exportOperations } from '../../../../src/components/audit/export/operations.ts';
import { type FormatName, formats } from '../../../../src/components/audit/formats/formats.ts';
import type { ExportManifest } from '../../../../src/components/audit/formats/manifest.ts';
import { ndjsonLine } from '../../../../src/components/audit/formats/ndjson.ts';
import type { AuditEntry, SealedEntry } from '../../../../src/components/audit/entries/entry.ts';
import { anyDatabase, type TestDatabases } from '../../../support/databases.ts';
import { startServer } from '../../../support/test-server.ts';
import { entryOf, storeEntries } from '../stored-entries.ts';

const source = { version: '0.0.0-test' };

interface Exporting {
  readonly sealed: (entry: AuditEntry | undefined) => SealedEntry;
  readonly read: (query: string) => Promise<{ readonly status: number; readonly type?: string; readonly text: string }>;
  readonly database: Awaited<ReturnType<TestDatabases['shared']>>;
}

async function exporting(databases: TestDatabases, entries: readonly AuditEntry[], unsealed = 0): Promise<Exporting> {
  const database = await databases.shared();
  const { admin, call, clock } = await startServer(database, {
    operations: () => exportOperations({ now: () => clock.now(), signer: () => Promise.resolve(null), ports: {} }),
  });
  await call('GET', '/v1/audit/export', { headers: admin() });
  const stored = await storeEntries(database, { entries, unsealed });
  return {
    database,
    sealed: (entry) => {
      const found = stored.sealed.get(entry?.id ?? '');
      if (found === undefined) throw new Error(`${entry?.id} is not sealed`);
      return found;
    },
    read: async (query) => {
      const { headers, status, text } = await call('GET', `/v1/audit/export?${query}`, { headers: admin() });
      return { status, text, ...(headers['content-type'] === undefined ? {} : { type: headers['content-type'] }) };
    },
  };
}

/** What stands before the manifest, and the manifest itself. */
function taken(text: string): { readonly lines: string; readonly manifest: ExportManifest } {
  const end = text.lastIndexOf('\n', text.length - 2) + 1;
  const { manifest } = JSON.parse(text.slice(end)) as { manifest: ExportManifest };
  return { lines: text.slice(0, end), manifest };
}

function hashOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

anyDatabase((databases) => {
  describe('an export of audit entries', () => {
    it('FR-A003 is the sealed entries of one chain in its order, as far as they are signed, and says at its end what it is', async () => {
      const entries = [entryOf(), entryOf({ tenantId: 'acme' }), entryOf(), entryOf({ tenantId: 'acme' }), entryOf()];
      const { read, sealed, database } = await exporting(databases, entries, 1);
      await database.withControlPlane('write', (tx) =>
        tx.execute(sql`INSERT INTO audit_checkpoints
          SELECT id, '', 1, '', 'the note', now() FROM environments WHERE key = 'development'`),
      );
      const first = sealed(entries[0]);
      const lines = `${ndjsonLine(first)}\n`;
      const whole = await read('');
      expect([whole.status, whole.type]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
      expect(taken(whole.text)).toEqual({
        lines,
        manifest: {
          version: 1,
          format: 'ndjson',
          project: 'acme',
          environment: 'development',
          filter: {},
          tenantId: null,
          entries: 1,
          first: 1,
          last: 1,
          sha256: hashOf(lines),
          checkpoint: 'the note',
          at: '2026-11-20T09:00:00.000Z',
          proof: { key: null, anchors: { every: 1, hashes: [first.hash] }, tails: hashOf('') },
        },
      });
      const ofTenant = taken((await read('tenant=acme')).text);
      expect(ofTenant.lines).toBe(`${ndjsonLine(sealed(entries[1]))}\n${ndjsonLine(sealed(entries[3]))}\n`);
      expect(ofTenant.manifest).toMatchObject({ tenantId: 'acme', entries: 2, checkpoint: null });
    });

    it.each((Object.keys(formats) as FormatName[]).filter((name) => name !== 'ndjson'))(
      'FR-A003 is the same entries in %s',
      async (name) => {
        const entries = [entryOf({ actor: { type: 'user', id: '=Zoë\n\u0007' } }), entryOf()];
        const { read, sealed } = await exporting(databases, entries);
        const format = formats[name];
        const lines = format.beginning + format.encode(entries.map(sealed), source);
        const { text, type } = await read(`format=${name}`);
        expect(type).toBe(format.contentType);
        expect(text.slice(0, lines.length)).toBe(lines);
        expect(text.slice(lines.length)).toBe(
          format.encodeManifest(
            {
              version: 1,
              format: name,
              project: 'acme',
              environment: 'development',
              filter: {},
              tenantId: null,
              entries: 2,
              first: 1,
              last: 2,
              sha256: hashOf(lines),
              checkpoint: null,
              at: '2026-11-20T09:00:00.000Z',
            },
            source,
          ),
        );
      },
    );

    it('FR-A008 holds what fits the filter, and says which that was', async () => {
      const entries = [
        entryOf({ action: 'auth.login', outcome: 'failure' }),
        entryOf({ action: 'auth.logout' }),
        entryOf({ changes: [{ action: 'flag.updated', resource: { type: 'flag', id: 'checkout' } }] }),
        entryOf({ action: 'auth.login' }),
      ];
      const { read, sealed } = await exporting(databases, entries);
      const linesOf = (...some: readonly (AuditEntry | undefined)[]): string =>
        some.map((entry) => `${ndjsonLine(sealed(entry))}\n`).join('');
      const logins = taken((await read('action=auth.*&outcome=success')).text);
      expect(logins.lines).toBe(linesOf(entries[1], entries[3]));
      expect(logins.manifest).toMatchObject({
        filter: { action: 'auth.*', outcome: 'success' },
        entries: 2,
        first: 2,
        last: 4,
      });
      expect(taken((await read('resource=checkout')).text).lines).toBe(linesOf(entries[2]));
      const [, from, , to] = entries;
      const within = taken((await read(`since=${from?.timestamp}&until=${to?.timestamp}`)).text);
      expect(within.lines).toBe(linesOf(entries[1], entries[2]));
      expect(within.manifest).toMatchObject({ first: 2, last: 3 });
    });

    it('holds what stands behind an entry', async () => {
      const entries = Array.from({ length: 5 }, () => entryOf());
      const { read, sealed } = await exporting(databases, entries);
      const rest = taken((await read('after=3')).text);
      expect(rest.lines).toBe(`${ndjsonLine(sealed(entries[3]))}\n${ndjsonLine(sealed(entries[4]))}\n`);
      expect(rest.manifest).toMatchObject({ filter: { after: 3 }, entries: 2, first: 4, last: 5 });
      const nothing = taken((await read('after=5')).text);
      expect(nothing).toMatchObject({ lines: '', manifest: { entries: 0, first: null, last: null } });
    });

    it.each(Object.keys(formats) as FormatName[])(
      'EC-05 goes on behind the last entry that arrived, and is the same as if it had never been cut off: %s',
      async (format) => {
        const { read } = await exporting(databases, [
          entryOf(),
          entryOf({ action: 'auth.login' }),
          entryOf(),
          entryOf({ action: 'auth.login' }),
        ]);
        for (const filter of ['', '&action=auth.login']) {
          const { text } = await read(`format=${format}${filter}`);
          const rest = await read(`format=${format}${filter}&arrived=2`);
          const lines = text.split(/(?<=\n)/);
          const fresh = lines.slice(filter === '' ? -3 : -2);
          expect(rest.text).toBe(fresh.join(''));
          const arrivedHash = hashOf(lines.slice(0, -fresh.length).join(''));
          const going = await read(`format=${format}${filter}&arrived=2&arrivedHash=${arrivedHash}`);
          expect(going.text).toBe(rest.text);
          for (const other of [`${filter}&arrived=4`, '&arrived=2&action=flag.updated', '&arrived=2&actor=nobody']) {
            const refused = await read(`format=${format}${other}&arrivedHash=${arrivedHash}`);
            expect(refused.status, other).toBe(409);
            expect(JSON.parse(refused.text)).toMatchObject({
              error: { code: 'audit/other-beginning', param: 'arrivedHash' },
            });
          }
        }
      },
    );

    it('brings along what is kept apart from entries, where it is asked for and still kept', async () => {
      const entries = [entryOf(), entryOf()];
      const { database, read, sealed } = await exporting(databases, entries);
      await database.withControlPlane('write', (tx) =>
        tx.execute(sql`INSERT INTO audit_personal
          SELECT ${entries[0]?.id}, id, '', now(), 'ada', '\\x00ff', '{"mail":"ada@acme.com"}' FROM environments
          WHERE key = 'development'`),
      );
      const personal = { payload: '{"mail":"ada@acme.com"}', salt: '00ff' };
      const [first, second] = [sealed(entries[0]), sealed(entries[1])];
      expect(taken((await read('personal=true')).text).lines).toBe(
        `${ndjsonLine(first, personal)}\n${ndjsonLine(second)}\n`,
      );
      expect(taken((await read('')).text).lines).toBe(`${ndjsonLine(first)}\n${ndjsonLine(second)}\n`);
    });
  });
});
