import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/engine/json.ts';
import type { Resource } from '../../../src/engine/resource.ts';
import { resourceReferences } from '../../../src/engine/validate/resource-references.ts';
import { validateResources } from '../../../src/engine/validate/validate-resources.ts';
import { registry } from '../../support/project-folder.ts';

function resource(kind: string, key: string, body: JsonObject = {}, movedFrom?: string): Resource {
  return { kind, key, body, ...(movedFrom === undefined ? {} : { movedFrom }) };
}

function said(resources: readonly Resource[]): readonly string[] {
  return validateResources(resources, registry).map(
    (finding) => `${finding.resource.kind}/${finding.resource.key} ${finding.pointer} ${finding.code}`,
  );
}

describe('resources without files are judged by the same rules', () => {
  it('finds nothing wrong where nothing is', () => {
    const prices = { USD: { monthly: '49.00', annual: '490.00' } };
    expect(
      said([resource('Plan', 'pro', { name: 'Pro', prices }), resource('Role', 'r', { unmanaged: ['name'] })]),
    ).toEqual([]);
  });

  it.each<readonly [title: string, resources: readonly Resource[], expected: string]>([
    ['an unknown kind', [resource('Rolle', 'r')], 'Rolle/r /kind document/unknown-kind'],
    ['a bad key', [resource('Role', 'r r')], 'Role/r r /key value/pattern'],
    ['an unknown field', [resource('Role', 'r', { nmae: 'x' })], 'Role/r /nmae field/unknown'],
    ['a missing field', [resource('Flag', 'f')], 'Flag/f  field/missing'],
    ['a wrong type', [resource('Plan', 'p', { name: 'P', rank: 'x' })], 'Plan/p /rank value/type'],
    [
      'money as a float that is too fine',
      [resource('Plan', 'p', { name: 'P', prices: { USD: { monthly: 49.001 } } })],
      'Plan/p /prices/USD/monthly money/too-fine',
    ],
    [
      'money that is no number',
      [resource('Plan', 'p', { name: 'P', prices: { USD: { monthly: 'x' } } })],
      'Plan/p /prices/USD/monthly money/not-an-amount',
    ],
    ['an unknown reference', [resource('Role', 'r', { inherits: ['q'] })], 'Role/r /inherits/0 reference/unknown'],
    ['a duplicate', [resource('Role', 'r'), resource('Role', 'r')], 'Role/r /key document/duplicate'],
    [
      'a circle',
      [resource('Role', 'a', { inherits: ['b'] }), resource('Role', 'b', { inherits: ['a'] })],
      'Role/a /inherits/0 reference/cycle',
    ],
    [
      'a move from a key in use',
      [resource('Role', 'a', {}, 'b'), resource('Role', 'b')],
      'Role/a /movedFrom moved/still-defined',
    ],
    [
      'an unmanaged path to nothing',
      [resource('Role', 'a', { unmanaged: ['nothing'] })],
      'Role/a /unmanaged/0 unmanaged/unknown-path',
    ],
    [
      'a secret in clear',
      [resource('WebhookEndpoint', 'w', { url: 'https://x.example', events: ['*'], secret: 'abc' })],
      'WebhookEndpoint/w /secret secret/in-clear',
    ],
  ])('%s', (_, resources, expected) => {
    expect(said(resources)).toEqual([expected]);
  });

  it('names the other places of a circle', () => {
    const [finding] = validateResources(
      [resource('Role', 'a', { inherits: ['b'] }), resource('Role', 'b', { inherits: ['a'] })],
      registry,
    );
    expect(finding?.related).toEqual([
      { resource: { kind: 'Role', key: 'b' }, message: 'Role/b refers to Role/a here', pointer: '/inherits/0' },
    ]);
  });

  it('follows a chain of 20,000 references', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) =>
      resource('Role', `r${index}`, index === 0 ? {} : { inherits: [`r${index - 1}`] }),
    );
    expect(said(chain)).toEqual([]);
    const closed = [resource('Role', 'r0', { inherits: ['r19999'] }), ...chain.slice(1)];
    expect(said(closed)).toEqual(['Role/r0 /inherits/0 reference/cycle']);
  });

  it('lists what a body refers to', () => {
    const body = { type: 'quantity', meter: 'calls', plans: { pro: 1, free: 2 } };
    expect(resourceReferences(resource('Entitlement', 'e', body), registry)).toEqual([
      { pointer: '/meter', kind: 'Meter', key: 'calls' },
      { pointer: '/plans/pro', kind: 'Plan', key: 'pro' },
      { pointer: '/plans/free', kind: 'Plan', key: 'free' },
    ]);
    expect(resourceReferences(resource('Role', 'r', { permissions: ['invoice:read'] }), registry)).toEqual([
      expect.objectContaining({ kind: 'ResourceType', key: 'invoice' }),
    ]);
  });
});
