import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { exportEntries } from '../../../src/app/audit/export-entries.ts';
import type { AuditClient, ExportQuery } from '../../../src/app/audit-client.ts';
import { httpControlPlane } from '../../../src/app/client/http-control-plane.ts';
import { httpTransport } from '../../../src/app/client/http-transport.ts';
import { formats } from '../../../src/components/audit/formats/formats.ts';
import { createHost } from '../../../src/host/create-host.ts';
import { formatExported } from '../../../src/views/audit/exported.ts';
import { plainStyle } from '../../../src/views/style.ts';
import { entryOf, storeEntries } from '../../components/audit/stored-entries.ts';
import { controlPlaneOn } from '../../support/control-plane.ts';
import { useDatabases } from '../../support/databases.ts';
import { startServer } from '../../support/test-server.ts';
import { wholeTable } from '../../support/whole-table.ts';

const databases = useDatabases('postgres');
const host = createHost();
const origin = { project: 'acme', environment: 'development' };
const names = Object.keys(formats);

/** Two chains that look alike, of which the second is the shorter one; by way of HTTP, as from another machine. */
async function withChains(): Promise<AuditClient['audit']> {
  const database = await databases.shared();
  const { server, status } = await controlPlaneOn(database);
  await status();
  const of = (tenantId: string, count: number) =>
    Array.from({ length: count }, (_, at) =>
      entryOf({ tenantId, actor: { type: 'user', id: at % 2 === 0 ? 'ada' : 'bo=b\\' } }),
    );
  await storeEntries(database, { entries: [...of('globex', 8), ...of('initech', 2), ...of('hooli', 8)] });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const authorization = `Bearer local_${'t'.repeat(43)}`;
  const headers = { authorization, 'dream-project': 'acme', 'dream-environment': 'development' };
  return httpControlPlane(httpTransport({ url, headers, description: url, idempotencyKey: () => 'key' })).audit;
}

function exporting(audit: AuditClient['audit'], file: string, query: ExportQuery, resume: boolean, from = origin) {
  const nowhere = { write: () => Promise.reject(new Error('no file')), close: () => Promise.resolve() };
  return exportEntries(audit, { query, from, file, resume, standardOutput: nowhere, progress: () => undefined }, host);
}

/** Ends are cut off at a line, within one, and within the manifest. */
function cutOff(text: string): readonly string[] {
  const lines = text.split('\n');
  return [
    `${lines.slice(0, 4).join('\n')}\n`,
    `${lines.slice(0, 5).join('\n')}\n${(lines[5] ?? '').slice(0, 30)}`,
    text.slice(0, -40),
  ];
}

/** What differs from the export of the tenant globex, or is asked for besides. */
const others: { readonly [name: string]: Partial<ExportQuery> } = {
  'another tenant': { tenant: 'hooli' },
  'another tenant with a shorter chain': { tenant: 'initech' },
  'the environment itself': { tenant: undefined },
  'an actor': { actor: 'bo=b\\' },
  'an actor of whom there is nothing': { actor: 'nobody' },
  'a time in which there is nothing': { since: '2026-12-01T00:00:00.000Z' },
  'another place': { after: 2 },
};

describe('an export that is to be gone on with by other options than it was begun with', () => {
  const newFile = (): string => join(mkdtempSync(join(inject('temporary'), 'export-')), 'audit.out');

  it.each(names)('EC-05 is left as it is where it was cut off, and can still be gone on with: %s', async (format) => {
    const audit = await withChains();
    const query = { tenant: 'globex', format };
    const whole = newFile();
    await exporting(audit, whole, query, false);
    const text = readFileSync(whole, 'utf8');
    for (const part of cutOff(text)) {
      const file = newFile();
      writeFileSync(file, part);
      for (const [name, differing] of Object.entries(others)) {
        const refused = exporting(audit, file, { ...query, ...differing }, true);
        await expect(refused, name).rejects.toMatchObject({ code: 'cli/export-changed' });
        expect(readFileSync(file, 'utf8'), name).toBe(part);
      }
      expect(await exporting(audit, file, query, true)).toMatchObject({ entries: 8 });
    }
  });

  it.each(names)('EC-05 is not taken for what is asked for where it is whole: %s', async (format) => {
    const audit = await withChains();
    const filter = { actor: 'bo=b\\', since: '2026-01-01T00:00:00.000Z', after: 1 };
    for (const query of [{ tenant: 'globex', format }, { tenant: 'globex', format, ...filter }, { format }]) {
      const file = newFile();
      const { entries } = await exporting(audit, file, query, false);
      const text = readFileSync(file, 'utf8');
      const differing: Partial<ExportQuery>[] = [...Object.values(others), { personal: true }, { outcome: 'denied' }];
      for (const other of differing) {
        const asked = { ...query, ...other };
        if (JSON.stringify(asked) === JSON.stringify(query)) continue;
        const refused = exporting(audit, file, asked, true);
        await expect(refused).rejects.toMatchObject({
          code: 'cli/usage',
          message: expect.stringContaining('was begun with other options: it is an export of acme/development'),
        });
      }
      for (const from of [
        { ...origin, environment: 'production' },
        { ...origin, project: 'other' },
      ]) {
        await expect(exporting(audit, file, query, true, from)).rejects.toMatchObject({ code: 'cli/usage' });
      }
      expect(await exporting(audit, file, query, true)).toMatchObject({ entries });
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });

  it.each(names)('EC-05 by a key with a tenant of its own says what to add where it is whole: %s', async (format) => {
    const database = await databases.shared();
    const { call, key, server, admin } = await startServer(database, { operations: wholeTable });
    await call('POST', '/v1/tenants', { headers: admin(), body: { id: 'globex', name: 'Globex' } });
    const { headers } = await key({ scopes: ['audit:read'], defaultTenant: 'globex' });
    await storeEntries(database, { entries: [1, 2, 3].map(() => entryOf({ tenantId: 'globex' })) });
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    const transport = httpTransport({ url, headers, description: url, idempotencyKey: () => 'key' });
    const { audit } = httpControlPlane(transport);
    const file = newFile();
    const first = await exporting(audit, file, { format }, false);
    expect(first).toMatchObject({ tenantId: 'globex', entries: 3 });
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.slice(0, -40));
    expect(await exporting(audit, file, { format }, true)).toMatchObject({ tenantId: 'globex', entries: 3 });
    await expect(exporting(audit, file, { format }, true)).rejects.toMatchObject({
      code: 'cli/usage',
      message: `${file} was begun with other options: it is an export of acme/development/globex.`,
      details: { hint: 'Add --tenant globex, also where the key has that tenant of its own; or name another file.' },
    });
    expect(await exporting(audit, file, { format, tenant: 'globex' }, true)).toMatchObject({ entries: 3 });
    expect(formatExported(first, plainStyle)).not.toContain('of the environment itself');
  });

  it('EC-05 says whether it holds what is personal', async () => {
    const audit = await withChains();
    const query = { tenant: 'globex', format: 'ndjson' };
    const file = newFile();
    await exporting(audit, file, { ...query, personal: true }, false);
    await expect(exporting(audit, file, query, true)).rejects.toMatchObject({ code: 'cli/usage' });
    expect(await exporting(audit, file, { ...query, personal: true }, true)).toMatchObject({ entries: 8 });
  });

  it('CP-07 writes no file of a tenant that there is not', async () => {
    const audit = await withChains();
    const file = newFile();
    const refused = exporting(audit, file, { tenant: 'nosuch', format: 'ndjson' }, false);
    await expect(refused).rejects.toMatchObject({ code: 'audit/unknown-tenant' });
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });
});
