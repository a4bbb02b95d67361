import { expect, it } from 'vitest';
import { exposureOf } from '../../../../src/components/features/delivery/exposure-of.ts';
import type { Outcome } from '../../../../src/components/features/evaluation/contract.ts';

const outcome: Outcome = { flag: 'price', variant: 'low', reason: 'SPLIT', hasValue: true };
const context = { user: { key: 'ada', 'team.id': 7, email: 'ada@acme.com' }, tenant: { key: '' } };

it.each<[string | undefined, object | undefined]>([
  [undefined, undefined],
  ['user.key', { by: 'user.key', unit: 'ada' }],
  ['user."team.id"', { by: 'user."team.id"', unit: '7' }],
  ['user.email', undefined],
  ['user.constructor', undefined],
  ['tenant.key', undefined],
  ['device.key', undefined],
])('FR-F008 of what was dealt by %s, so much is told', (unit, exposure) => {
  const dealt = unit === undefined ? outcome : { ...outcome, unit };
  expect(exposureOf(dealt, context, { sensitive: { user: ['email'] } })).toEqual(exposure);
});
