import { expect, it } from 'vitest';
import { eventsOfPart } from '../../src/app/control-plane/part-events.ts';
import { productParts } from '../../src/app/generate/product-parts.ts';
import { isPlatformEvent, isPlatformFamily } from '../../src/components/event-types.ts';
import { components } from '../../src/components/index.ts';
import { createHost } from '../../src/host/create-host.ts';

const parts = productParts(createHost(), components);
const sent = parts.flatMap((part) => Object.keys(eventsOfPart(part)));
const kinds = parts.flatMap(({ models }) => models.map(({ kind }) => kind));
const [families, rests] = [0, 1].map((which) => new Set(sent.map((type) => type.split('.')[which] ?? '')));

it('every type that the platform sends is reserved, and none besides', () => {
  expect(sent.length).toBeGreaterThan(kinds.length * 3 + 30);
  const conceivable = [...(families ?? [])].flatMap((family) => [...(rests ?? [])].map((rest) => `${family}.${rest}`));
  expect(conceivable.filter((type) => isPlatformEvent(type, kinds)).toSorted()).toEqual([...new Set(sent)].toSorted());
});

it('every first word of those is the platform’s, and none besides', () => {
  expect([...(families ?? [])].filter((family) => !isPlatformFamily(`${family}.x`, kinds))).toEqual([]);
  for (const other of ['security.x', 'tenants.x', 'Tenant.x', 'constructor.x', 'alertrule.x', 'x.tenant'])
    expect([other, isPlatformFamily(other, kinds)]).toEqual([other, false]);
});

it.each([
  ['tenant.updated', true],
  ['alert_rule.created', true],
  ['webhook.secretRotated', true],
  ['tenant', false],
  ['tenant.', false],
  ['tenant.updated.again', false],
  ['my.tenant.updated', false],
  ['Tenant.updated', false],
  ['plan.archived', false],
  ['toString.constructor', false],
])('%s is the platform’s: %s', (type, expected) => {
  expect(isPlatformEvent(type, kinds)).toBe(expected);
});

it('a kind that is added reserves its own events', () => {
  expect(isPlatformEvent('loyalty_level.updated', kinds)).toBe(false);
  expect(isPlatformEvent('loyalty_level.updated', [...kinds, 'LoyaltyLevel'])).toBe(true);
});
