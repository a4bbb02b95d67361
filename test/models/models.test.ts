import { describe, expect, it } from 'vitest';
import { components } from '../../src/components/index.ts';
import { isJsonObject, type Json, type JsonObject } from '../../src/engine/json.ts';
import { textOf } from '../../src/engine/json-fields.ts';
import { createRegistry } from '../../src/engine/model/create-registry.ts';
import type { Resource } from '../../src/engine/resource.ts';
import { validateResources } from '../../src/engine/validate/validate-resources.ts';

const registry = createRegistry(components);
const models = [...registry.kinds.values()].map(({ model }) => model);
const examples = models.flatMap(({ kind, examples: documents }) =>
  documents.map((document, index) => ({ name: `${kind} ${index + 1}`, document })),
);

describe('models', () => {
  it('describe every kind the product is about', () => {
    expect([...registry.kinds.keys()].toSorted()).toEqual([
      'AlertRule',
      'AuditStream',
      'ContextKind',
      'Entitlement',
      'EventSchema',
      'Flag',
      'IdentityProvider',
      'Meter',
      'Plan',
      'ResourceType',
      'RetentionPolicy',
      'Role',
      'Segment',
      'Template',
      'Tenancy',
      'Topic',
      'WebhookEndpoint',
      'Workflow',
    ]);
  });

  it.each(examples)('the example $name has no mistake but references to what is not shown', ({ document }) => {
    const findings = validateResources([resourceFrom(document)], registry);
    expect(findings.filter(({ code }) => code !== 'reference/unknown')).toEqual([]);
  });

  it.each(models)('the first example of $kind is no longer than need be', ({ examples: [first], schema }) => {
    const fields = Object.keys(first ?? {});
    expect(fields).toEqual(expect.arrayContaining([...(schema.required ?? [])]));
    expect(fields.length).toBeLessThanOrEqual(7);
  });
});

function resourceFrom(document: JsonObject): Resource {
  const { kind, key, environments: _environments, movedFrom: _movedFrom, ...body } = document;
  return { kind: textOf(kind) ?? '', key: textOf(key) ?? '', body };
}

/** Bodies with every value replaced by one of another form. */
function* spoilt(value: Json): Generator<Json> {
  for (const other of [null, 7, 'text', 'constructor', true, [], {}, [null], { x: null }, { constructor: 1 }])
    yield other;
  if (!isJsonObject(value) && !Array.isArray(value)) return;
  const entries = Object.entries(value);
  for (const [name, inner] of entries) {
    for (const other of spoilt(inner)) {
      yield Array.isArray(value)
        ? value.map((item: Json, index) => (String(index) === name ? other : item))
        : { ...value, [name]: other };
    }
  }
}

describe('policies', () => {
  it.each(examples)('take whatever the example $name may be turned into', ({ document }) => {
    const { kind, body } = resourceFrom(document);
    const policy = registry.kinds.get(kind)?.policy;
    let bodies = 0;
    for (const other of spoilt(body)) {
      if (!isJsonObject(other)) continue;
      bodies++;
      for (const finding of policy?.check?.(other) ?? []) expect(finding.message).toMatch(/[.]$/);
      policy?.references?.(other);
      const beside = {
        key: 'zz',
        all: () => [{ key: 'a', body: other }],
        kinds: [...registry.kinds.keys()],
        mode: 'live' as const,
      };
      for (const finding of policy?.checkAgainst?.(other, () => other, beside) ?? [])
        expect(finding.message).toMatch(/[.]$/);
    }
    expect(bodies).toBeGreaterThan(5);
  });
});
