import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/server/operation.ts';
import { useDatabases } from '../support/databases.ts';
import { loadFiles } from '../support/project-folder.ts';
import { startServer } from '../support/test-server.ts';
import { wholeTable } from '../support/whole-table.ts';

const leapSecond = '2026-12-31T23:59:60Z';

describe('a leap second, which RFC 3339 has and no clock of ours', () => {
  const databases = useDatabases('embedded');
  const start = async () => startServer(await databases.shared(), { operations: wholeTable });
  type Request = [
    method: Operation['method'],
    path: string,
    field: string,
    body?: Readonly<Record<string, string | number | readonly string[]>>,
  ];
  const requests: Request[] = [
    ['POST', '/v1/keys', '/expiresAt', { type: 'secret', name: 'n', scopes: ['*'] }],
    ['PUT', '/v1/tenants/acme/grants/sue', '/expiresAt', { roles: ['viewer'], reason: 'why' }],
    ['PUT', '/v1/tenants/acme/entitlements/seats/override', '/expiresAt', { value: 1, reason: 'why' }],
    ['POST', '/v1/audit/restored', '/until', { lines: ['x'] }],
    ['GET', '/v1/tenants', 'createdFrom'],
    ['GET', '/v1/tenants', 'createdBefore'],
    ['GET', '/v1/audit/entries', 'since'],
    ['GET', '/v1/audit/export', 'until'],
  ];

  it.each(requests)(
    'is refused by %s %s in %s as no moment, and not as one in the past',
    async (method, path, field, body) => {
      const { call, admin } = await start();
      const send = async (moment: string) => {
        const about = { headers: { ...admin(), 'x-tenant-id': 'acme' } };
        const name = field.replace('/', '');
        return body === undefined
          ? call(method, `${path}?${name}=${encodeURIComponent(moment)}`, about)
          : call(method, path, { ...about, body: { ...body, [name]: moment } });
      };
      for (const moment of [leapSecond, '2026-12-31T18:59:60.5-05:00', '2027-01-01T00:00:00+05']) {
        const refused = await send(moment);
        expect([refused.status, refused.code, refused.json]).toMatchObject([
          400,
          'request/invalid',
          { error: { param: field, message: expect.stringContaining('with no leap second') } },
        ]);
      }
      expect((await send('2026-12-31T23:59:59Z')).code).not.toBe('request/invalid');
    },
  );

  it('is refused in YAML at its place, in whatever field a moment stands', async () => {
    const { diagnostics } = await loadFiles({
      'a.yaml': `kind: Flag
key: checkout
variations: { on: true, off: false }
rules:
  - if: { now: { before: '${leapSecond}' } }
    serve: on
fallthrough: off
`,
    });
    expect(diagnostics.map(({ code, at, message }) => [code, at?.start.line, message])).toEqual([
      [
        'value/pattern',
        5,
        `\`before\` cannot be \`${leapSecond}\`: it must be a date such as 2027-01-31 or a moment such as 2027-01-31T09:00:00Z.`,
      ],
    ]);
  });
});
