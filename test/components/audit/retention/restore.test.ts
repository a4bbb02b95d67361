import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AuditClient, RestoredPart, RestorePart } from '../../../../src/app/audit-client.ts';
import { restoreArchive } from '../../../../src/app/audit/restore-archive.ts';
import { verifyFile } from '../../../../src/app/audit/verify-file.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import { createEgress } from '../../../../src/host/egress/create-egress.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { listOf, objectOf, textOf } from '../../../../src/engine/json-fields.ts';
import { startBucket } from '../../../support/bucket-server.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { retaining, verified } from './retaining.ts';

const day = 86_400_000;

anyDatabase((databases) => {
  describe('entries that were archived', () => {
    it('FR-A004 can be found again for a while, exactly as they were, and nothing else can be put in their place', async () => {
      const { add, apply, archives, exported, left, prune, seal, server, written } = await retaining(
        await databases.shared(),
      );
      await apply({ all: { keep: '365d', archive: { to: archives } } });
      await add([
        ['2025-03-02', 'globex', 'auth.login'],
        ['2025-03-03', 'globex', 'billing.paid'],
        ['2026-10-01', 'globex', 'auth.login'],
      ]);
      await prune();
      await seal();
      const listed = await server.call('GET', '/v1/audit/archives', { headers: server.admin() });
      expect(listOf(listed.json['data'])).toMatchObject([
        { tenantId: 'globex', first: 1, last: 2, entries: 2, location: expect.stringContaining(archives) as string },
      ]);
      const lines = [...written().values()].flatMap((text) => text.trimEnd().split('\n').slice(0, -1));
      const restore = (body: JsonObject, tenant: { readonly 'x-tenant-id'?: string } = {}) =>
        server.call('POST', '/v1/audit/restored', {
          headers: { ...server.admin(), ...tenant },
          body: { tenant: 'globex', until: new Date(server.clock.now().getTime() + 7 * day).toISOString(), ...body },
        });
      const forged = lines.map((line) => line.replace('billing.paid', 'billing.void'));
      expect((await restore({ lines: forged })).code).toBe('audit/not-of-this-chain');
      expect((await restore({ lines, tenant: 'initech' })).code).toBe('audit/not-of-this-chain');
      expect((await restore({ lines, until: '2026-01-01T00:00:00Z' })).code).toBe('audit/until-past');
      await server.call('POST', '/v1/tenants', { headers: server.admin(), body: { id: 'initech', name: 'Initech' } });
      const within = (body: JsonObject) => restore({ lines, ...body }, { 'x-tenant-id': 'initech' });
      expect(await within({ tenant: 'globex' })).toMatchObject({ status: 400, code: 'audit/tenant-mismatch' });
      expect((await within({ tenant: 'initech' })).code).toBe('audit/not-of-this-chain');
      expect((await restore({ lines })).json).toMatchObject({ restored: 2, present: 0 });
      expect((await restore({ lines })).json).toMatchObject({ restored: 0, present: 2 });
      await seal();
      const whole = [
        '1 auth.login',
        '2 billing.paid',
        '3 auth.login',
        '4 audit.pruned',
        '5 audit.restored',
        '6 audit.restored',
      ];
      expect(await left('globex')).toEqual(whole);
      expect(await verified(await exported('tenant=globex'))).toEqual({ valid: true, entries: 6, first: 1, last: 6 });
      await prune();
      expect(await left('globex')).toEqual(whole);
      server.clock.advance(8 * day);
      await prune();
      expect(await left('globex')).toEqual(whole.slice(2));
      await seal();
      expect(await left('globex')).toEqual([...whole.slice(2), '7 audit.restore_ended']);
      expect(written().size).toBe(1);
      expect(await verified(await exported('tenant=globex'))).toEqual({ valid: true, entries: 5, first: 3, last: 7 });
    });
  });

  it('FR-A004 go back to the chain that their archive names, part by part', async () => {
    const { add, apply, archives, left, prune, server } = await retaining(await databases.shared());
    await apply({ all: { keep: '365d', archive: { to: archives } } });
    await add(Array.from({ length: 600 }, () => ['2025-03-02', 'globex', 'auth.login'] as const));
    await prune();
    expect(await left('globex')).toEqual([]);
    const { data } = (await server.call('GET', '/v1/audit/archives', { headers: server.admin() })).json;
    const file = fileURLToPath(textOf(objectOf(listOf(data)[0])['location']) ?? '');
    const sent: number[] = [];
    const audit = {
      restore: async ({ lines, ...part }: RestorePart) => {
        sent.push(lines.length);
        const body = { ...part, lines: [...lines], tenant: part.tenant ?? '' };
        return (await server.call('POST', '/v1/audit/restored', { headers: server.admin(), body }))
          .json as unknown as RestoredPart;
      },
    } as AuditClient['audit'];
    const options = { file, origin: 'acme/development/globex', until: new Date('2027-01-01T00:00:00Z') };
    expect(await restoreArchive(audit, options, createHost())).toMatchObject({ restored: 600, present: 0 });
    expect(sent).toEqual([500, 100]);
    expect(await left('globex')).toHaveLength(600);
  });

  it('FR-A004 come back from the bucket that they were archived to, and from nowhere else', async () => {
    const { add, apply, left, prune, seal, server } = await retaining(await databases.shared());
    // What lasts a month is then over by the clock of the database as well, which is not the test's to set.
    server.clock.advance(-240 * day);
    const bucket = await startBucket();
    const host = { ...createHost(), clock: server.clock, variables: bucket.variables };
    const egress = createEgress({ allowed: ['127.0.0.1'] });
    onTestFinished(() => egress.close());
    await apply({ all: { keep: '365d', archive: { to: 's3://acme-audit/of production', keep: '30d' } } });
    await add([
      ['2025-03-02', 'globex', 'auth.login'],
      ['2025-03-03', 'globex', 'auth.logout'],
    ]);
    expect(await prune({ host, egress })).toEqual([]);
    await seal();
    const { data } = (await server.call('GET', '/v1/audit/archives', { headers: server.admin() })).json;
    const file = textOf(objectOf(listOf(data)[0])['location']) ?? '';
    expect(file).toMatch(/^s3:\/\/acme-audit\/of production\/acme\/development\/globex\/1-2-arc_/u);
    const { verified: found } = await verifyFile({ file, input: Readable.from([]) }, host);
    expect(found).toMatchObject({ valid: true, entries: 2, origin: 'acme/development/globex' });
    const audit = {
      restore: async ({ lines, ...part }: RestorePart) =>
        (
          await server.call('POST', '/v1/audit/restored', {
            headers: server.admin(),
            body: { ...part, lines: [...lines], tenant: part.tenant ?? '' },
          })
        ).json as unknown as RestoredPart,
    } as AuditClient['audit'];
    const options = { file, origin: 'acme/development/globex', until: new Date('2027-02-01T00:00:00Z') };
    expect(await restoreArchive(audit, options, host)).toMatchObject({ restored: 2, present: 0 });
    expect((await left('globex')).slice(0, 2)).toEqual(['1 auth.login', '2 auth.logout']);
    const other = { ...host, variables: { ...bucket.variables, AWS_SECRET_ACCESS_KEY: 'another' } };
    await expect(restoreArchive(audit, options, other)).rejects.toMatchObject({
      code: 'cli/archive-unreadable',
      message: expect.stringContaining('answered with 403 (SignatureDoesNotMatch)') as string,
    });
    const closed = { ...host, variables: { ...bucket.variables, DREAM_ALLOWED_EGRESS: '' } };
    await expect(restoreArchive(audit, options, closed)).rejects.toMatchObject({ code: 'cli/archive-unreadable' });
    server.clock.advance(30 * day);
    expect(await prune({ host, egress })).toEqual([]);
    expect(bucket.kept.size).toBe(0);
    await expect(restoreArchive(audit, options, host)).rejects.toMatchObject({
      message: `${file} cannot be read: GET of s3://acme-audit was answered with 404 (NoSuchKey).`,
    });
  });

  it('FR-A004 what tells of a person is not erased from what a hold is about, and is when it is lifted', async () => {
    const { add, apply, exported, seal, server } = await retaining(await databases.shared());
    await server.call('POST', '/v1/tenants', { headers: server.admin(), body: { id: 'globex', name: 'Globex' } });
    const held = { keep: '90d', legalHold: true, appliesTo: { tenants: ['globex'], actions: ['user.*'] } };
    await apply({ all: { keep: '365d', immutable: true }, held });
    await add([
      ['2026-10-01', 'globex', 'user.created', 'ada'],
      ['2026-10-01', 'globex', 'auth.login', 'bob'],
      ['2026-10-01', 'initech', 'user.created', 'ada'],
    ]);
    await server.call('POST', '/v1/audit/entries', {
      headers: server.admin(),
      body: { action: 'user.seen', actor: { id: 'eve' }, tenantId: 'globex', personal: { mail: 'eve@acme.com' } },
    });
    const erase = async (subject: string, headers: Readonly<Record<string, string>> = {}) => {
      const path = `/v1/audit/personal/${subject}`;
      const answer = await server.call('DELETE', path, { headers: { ...server.admin(), ...headers } });
      return answer.code === null ? answer.json['erased'] : `${answer.status} ${answer.code}`;
    };
    const ofGlobex = { 'x-tenant-id': 'globex' };
    expect(await erase('ada')).toBe('409 audit/held');
    expect(await erase('ada', ofGlobex)).toBe('409 audit/held');
    expect(await erase('eve', ofGlobex)).toBe('409 audit/held');
    expect(await erase('bob', ofGlobex)).toBe(1);
    await seal();
    expect(await exported('tenant=globex&personal=true')).toContain('eve@acme.com');
    await apply({ all: { keep: '365d', immutable: true }, held: { ...held, legalHold: false } });
    expect([await erase('ada'), await erase('eve')]).toEqual([2, 1]);
  });

  it('FR-A004 what tells of a person is erased, of one tenant or of all, and the chain stays whole', async () => {
    const { add, exported, seal, server } = await retaining(await databases.shared());
    await add([
      ['2026-10-01', 'globex', 'user.created', 'ada'],
      ['2026-10-01', 'globex', 'user.created', 'bob'],
      ['2026-10-01', 'initech', 'user.created', 'ada'],
    ]);
    await server.call('POST', '/v1/tenants', { headers: server.admin(), body: { id: 'globex', name: 'Globex' } });
    const erase = async (headers: Readonly<Record<string, string>>) =>
      (await server.call('DELETE', '/v1/audit/personal/ada', { headers })).json;
    expect(await erase({ ...server.admin(), 'x-tenant-id': 'globex' })).toEqual({ subject: 'ada', erased: 1 });
    expect(await erase(server.admin())).toEqual({ subject: 'ada', erased: 1 });
    expect(await erase(server.admin())).toEqual({ subject: 'ada', erased: 0 });
    const login = { action: 'auth.login', actor: { id: 'ada' }, resource: { type: 'session', id: '7' } };
    const body = { ...login, tenantId: 'globex', personal: { mail: 'ada@acme.com' } };
    expect((await server.call('POST', '/v1/audit/entries', { headers: server.admin(), body })).status).toBe(201);
    expect(await erase(server.admin())).toEqual({ subject: 'ada', erased: 1 });
    await seal();
    const all = await exported('tenant=globex');
    expect(await verified(all)).toMatchObject({ valid: true });
    expect(all).toContain('"action":"personal.erased"');
    expect(all).toContain('"before":{"entries":1}');
  });
});
