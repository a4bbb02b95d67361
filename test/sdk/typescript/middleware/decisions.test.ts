// What a middleware decides by what it knows, it tells whoever reports decisions.
import { expect, test } from 'vitest';
import { createApiHandler, type MiddlewareOptions } from '../../../../sdks/typescript/src/middleware/index.ts';
import type { LocalDecision, PermissionAnswer } from '../../../../sdks/typescript/src/permissions/index.ts';
import { tokenOf } from './scripted-dream.ts';
import { request, seconds, started } from './started-middleware.ts';

function telling(options: Omit<MiddlewareOptions, 'client'> = {}) {
  const told: LocalDecision[] = [];
  const dream = started({ decisions: { report: (decision) => told.push(decision) }, ...options });
  /** The status with which somebody with such a token is answered. */
  const ask = async (permission: string, policyVersion: unknown, resource?: { readonly id: string }) => {
    const token = tokenOf({ sub: 'ada', exp: seconds() + 3600, policyVersion });
    const about = resource === undefined ? {} : { resource: () => resource };
    const handler = createApiHandler(dream.middleware, () => 1, { requiredPermissions: [permission], ...about });
    return (await handler(request({ authorization: `Bearer ${token}` }))).status;
  };
  return { ...dream, ask, told };
}

const about = { subject: { id: 'ada' }, tenant: 'acme' };

test('P02 P03 what roles grant, or nobody may, is told with the revision of the token', async () => {
  const { ask, told } = telling();
  expect(await ask('invoice:read', '42.7', { id: '1' })).toBe(200);
  expect(await ask('report:*', '42.7')).toBe(403);
  expect(told).toEqual([
    { ...about, permission: 'invoice:read', resource: { id: '1' }, allowed: true, policyRevision: 42 },
    { ...about, permission: 'report:*', resource: undefined, allowed: false, policyRevision: 42 },
  ]);
});

test('P02 P03 what a PermissionClient answered is told with the revision of its policy', async () => {
  const answers: Readonly<Record<string, PermissionAnswer>> = { 'report:read': 'yes', 'report:send': 'no' };
  const permissions = {
    policy: { revision: 43 },
    can: (_: readonly string[], permission: string) => answers[permission] ?? 'ask',
  };
  const { ask, asked, told } = telling({ permissions });
  expect([await ask('report:read', '42.7'), await ask('report:send', undefined)]).toEqual([200, 403]);
  expect(told.map(({ allowed, permission, policyRevision }) => [permission, allowed, policyRevision])).toEqual([
    ['report:read', true, 43],
    ['report:send', false, 43],
  ]);
  expect(await ask('report:print', '42.7')).toBe(200);
  // The server has logged that itself.
  expect([told.length, asked.at(-1)?.startsWith('/v1/access/check')]).toEqual([2, true]);
});

test('P02 P03 nothing is told where no revision is known, and what is thrown there changes nothing', async () => {
  const { ask, told } = telling();
  for (const version of [undefined, 42, '', '.7', 'x.1', '1e3.1']) expect(await ask('invoice:read', version)).toBe(200);
  expect(told).toEqual([]);
  const failing = telling({
    decisions: {
      report: (): never => {
        throw new Error('away');
      },
    },
  });
  expect(await failing.ask('invoice:read', '42.7')).toBe(200);
});
