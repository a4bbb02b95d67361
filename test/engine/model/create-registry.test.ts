import { describe, expect, it } from 'vitest';
import { createRegistry, type RegistryPart } from '../../../src/engine/model/create-registry.ts';
import type { Model } from '../../../src/engine/model/model.ts';

const model = (kind: string, component: string): Model => ({
  kind,
  plural: `${kind.toLowerCase()}s`,
  component,
  summary: 'A thing.',
  schema: { type: 'object', additionalProperties: true },
  examples: [],
});

const accept = (): boolean => true;
const part = (component: string, ...kinds: readonly string[]): RegistryPart => ({
  models: kinds.map((kind) => model(kind, component)),
  validators: Object.fromEntries(kinds.map((kind) => [kind, accept])),
});

describe('createRegistry', () => {
  it('knows every kind of every part, a kind without policy included', () => {
    const check = (): readonly [] => [];
    const { kinds } = createRegistry([
      part('crm', 'Deal', 'Lead'),
      { ...part('hr', 'Person'), policies: { Person: { check } } },
    ]);
    expect([...kinds.keys()]).toEqual(['Deal', 'Lead', 'Person']);
    expect(kinds.get('Deal')).toEqual({ model: model('Deal', 'crm'), validate: accept, policy: {} });
    expect(kinds.get('Person')?.policy).toEqual({ check });
  });

  it('P01 gives registries that share nothing', () => {
    const first = createRegistry([part('crm', 'Deal')]);
    const second = createRegistry([part('hr', 'Person')]);
    expect([...first.kinds.keys()]).toEqual(['Deal']);
    expect([...second.kinds.keys()]).toEqual(['Person']);
  });

  it('refuses a kind that two components declare, naming both', () => {
    expect(() => createRegistry([part('crm', 'Deal'), part('sales', 'Deal')])).toThrow(
      'kind Deal is declared by component crm and again by sales',
    );
  });

  it('refuses a model without validator, even one whose name every object has', () => {
    expect(() => createRegistry([{ models: [model('constructor', 'crm')], validators: {} }])).toThrow(
      'kind constructor has no validator; run npm run generate',
    );
  });

  it('refuses a policy for a kind the component does not own', () => {
    expect(() => createRegistry([{ ...part('crm', 'Deal'), policies: { Plan: {} } }])).toThrow(
      'a policy names kind Plan, which its component does not own',
    );
  });
});
