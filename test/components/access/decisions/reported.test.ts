import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { itemsOf } from '../../../support/tenancy.ts';
import { productOn } from './product.ts';

const decided = (fields: JsonObject = {}): JsonObject => ({
  decidedAt: '2026-11-20T08:59:58.5Z',
  tenant: 'acme',
  subject: { id: 'ada' },
  action: 'read',
  resource: { type: 'invoice', id: 'inv-7' },
  allowed: true,
  policyRevision: 1,
  ...fields,
});

anyDatabase((databases) => {
  describe('decisions that applications report', () => {
    it('P11 stand in the log as reported, each at its time, and one that lies ahead at that of the report', async () => {
      const { log, server } = await productOn(await databases.shared());
      const headers = { ...server.admin(), 'x-request-id': 'report-1' };
      const decisions = [
        decided(),
        decided({ decidedAt: '2027-01-01T00:00:00Z', resource: { type: 'invoice' }, allowed: false }),
        decided({ tenant: 'globex', subject: { type: 'service-account', id: 'svc_9' }, action: 'approve' }),
      ];
      const answer = await server.call('POST', '/v1/access/decisions', { headers, body: { decisions } });
      expect([answer.status, answer.json]).toEqual([200, { logged: 3, unknownTenants: [] }]);
      const told = itemsOf(await log());
      expect(told.toReversed()).toEqual([
        {
          id: expect.stringMatching(/^dec_/u),
          tenant: 'acme',
          subject: { type: 'user', id: 'ada' },
          action: 'read',
          resource: { type: 'invoice', id: 'inv-7' },
          allowed: true,
          grant: null,
          refusal: null,
          reported: true,
          policyRevision: 1,
          requestId: 'report-1',
          decidedAt: '2026-11-20T08:59:58.500Z',
        },
        expect.objectContaining({
          allowed: false,
          resource: { type: 'invoice', id: null },
          decidedAt: '2026-11-20T09:00:00.000Z',
        }),
        expect.objectContaining({
          tenant: 'globex',
          subject: { type: 'service-account', id: 'svc_9' },
          action: 'approve',
        }),
      ]);
    });

    it('FR-A001 leave one entry for each report, with how many were decided and how many refused', async () => {
      const database = await databases.shared();
      const { server } = await productOn(database);
      const decisions = [decided(), decided({ allowed: false }), decided({ allowed: false })];
      await server.call('POST', '/v1/access/decisions', { headers: server.admin(), body: { decisions } });
      const { rows } = await database.withControlPlane('read', (tx) =>
        tx.execute<{ body: string }>(sql`SELECT body FROM audit_entries WHERE action = 'access.reported'`),
      );
      expect(rows.map(({ body }) => JSON.parse(body) as JsonObject)).toEqual([
        expect.objectContaining({
          actor: expect.objectContaining({ type: 'local' }),
          outcome: 'denied',
          metadata: { decisions: 3, denied: 2 },
        }),
      ]);
    });

    it('are logged once, however often a report of one key is sent', async () => {
      const { log, server } = await productOn(await databases.shared());
      const send = () =>
        server.call('POST', '/v1/access/decisions', {
          headers: { ...server.admin(), 'idempotency-key': 'batch-1' },
          body: { decisions: [decided()] },
        });
      const [first, second] = [await send(), await send()];
      expect(second.json).toEqual(first.json);
      expect(itemsOf(await log())).toHaveLength(1);
    });

    it('DA-03 are left out where they are of another tenant than the request', async () => {
      const { log, server } = await productOn(await databases.shared());
      const headers = { ...server.admin(), 'x-tenant-id': 'acme' };
      const decisions = [decided({ tenant: 'globex' }), decided(), decided({ tenant: 'gone' })];
      const answer = await server.call('POST', '/v1/access/decisions', { headers, body: { decisions } });
      expect([answer.status, answer.json]).toEqual([200, { logged: 1, unknownTenants: ['globex', 'gone'] }]);
      expect(itemsOf(await log()).map(({ tenant }) => tenant)).toEqual(['acme']);
    });

    it('DA-03 begin no chain of a tenant that there is not', async () => {
      const database = await databases.shared();
      const { server } = await productOn(database);
      const headers = { ...server.admin(), 'x-tenant-id': 'nosuch' };
      const { tenant: _, ...one } = decided();
      const answer = await server.call('POST', '/v1/access/decisions', { headers, body: { decisions: [one] } });
      expect([answer.status, answer.code]).toEqual([404, 'tenants/not-found']);
      const { rows } = await database.withControlPlane('read', (tx) =>
        tx.execute<{ tenant: string }>(
          sql`SELECT tenant_id AS tenant FROM audit_entries WHERE action = 'access.reported'`,
        ),
      );
      expect(rows).toEqual([]);
    });

    it('may be of any time that can be written', async () => {
      const { log, server } = await productOn(await databases.shared());
      const times = ['2026-11-20T08:59:58+23:59', '0001-01-01T00:00:00Z'];
      const decisions = times.map((decidedAt) => decided({ decidedAt }));
      const answer = await server.call('POST', '/v1/access/decisions', {
        headers: server.admin(),
        body: { decisions },
      });
      expect(answer.json).toEqual({ logged: 2, unknownTenants: [] });
      expect(itemsOf(await log()).map(({ decidedAt }) => decidedAt)).toEqual([
        '1970-01-01T00:00:00.000Z',
        '2026-11-19T09:00:58.000Z',
      ]);
    });

    it('may be 1,000 with the longest ids', async () => {
      const { server } = await productOn(await databases.shared());
      const long = '\u{1f600}'.repeat(255);
      const one = decided({ subject: { id: long }, resource: { type: long, id: long } });
      const body = { decisions: Array.from({ length: 1_000 }, () => one) };
      const answer = await server.call('POST', '/v1/access/decisions', { headers: server.admin(), body });
      expect([answer.status, answer.json]).toEqual([200, { logged: 1_000, unknownTenants: [] }]);
    });

    it('are left out where there is no such tenant, and the others are logged', async () => {
      const { log, server } = await productOn(await databases.shared());
      const decisions = [decided({ tenant: 'gone' }), decided(), decided({ tenant: 'gone' })];
      const answer = await server.call('POST', '/v1/access/decisions', {
        headers: server.admin(),
        body: { decisions },
      });
      expect(answer.json).toEqual({ logged: 1, unknownTenants: ['gone'] });
      expect(itemsOf(await log()).map(({ tenant }) => tenant)).toEqual(['acme']);
    });

    it('are refused as a whole where one is about no tenant, or is no decision', async () => {
      const { log, server } = await productOn(await databases.shared());
      const report = async (decision: JsonObject, tenant?: string) => {
        const headers = { ...server.admin(), ...(tenant === undefined ? {} : { 'x-tenant-id': tenant }) };
        const body = { decisions: [decided(), decision] };
        const { code, json, status } = await server.call('POST', '/v1/access/decisions', { headers, body });
        return [status, code, JSON.stringify(json)] as const;
      };
      const { tenant: _, ...without } = decided();
      expect(await report(without)).toEqual([
        400,
        'access/tenant-missing',
        expect.stringContaining('/decisions/1/tenant'),
      ]);
      expect((await report(decided({ subject: { id: '' } }))).slice(0, 2)).toEqual([400, 'request/invalid']);
      expect((await report(decided({ decidedAt: 'soon' }))).slice(0, 2)).toEqual([400, 'request/invalid']);
      expect(itemsOf(await log())).toEqual([]);
      expect((await report(without, 'acme'))[0]).toBe(200);
    });
  });
});
