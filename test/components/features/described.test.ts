import { expect, test } from 'vitest';
import { component } from '../../../src/components/features/index.ts';
import { createHost } from '../../../src/host/create-host.ts';
import { openApiDocument } from '../../../src/server/openapi/openapi.ts';
import { silentFields } from '../../support/silent-fields.ts';
import { wholeTable } from '../../support/whole-table.ts';

test('FR-F010 every field of flags, segments and entitlements is described by its model', () => {
  const models = new Map(component.models.map((model) => [model.kind, model]));
  expect([...models.keys()]).toEqual(expect.arrayContaining(['Entitlement', 'Flag', 'Segment']));
  for (const [kind, { examples, schema }] of models) {
    expect(silentFields(JSON.parse(JSON.stringify(schema)), kind)).toEqual([]);
    expect({ kind, examples: examples.length > 0 }).toEqual({ kind, examples: true });
  }
});

test('FR-F010 every operation on flags stands in OpenAPI, those that keep them included', () => {
  const operations = wholeTable(createHost(), new Uint8Array(32));
  const text = JSON.stringify(openApiDocument(operations, '1.0.0'));
  const { paths }: { readonly paths: { readonly [path: string]: { readonly [method: string]: unknown } } } =
    JSON.parse(text);
  const keeping = [
    'GET /v1/resources',
    'GET /v1/resources/{kind}/{key}',
    'PUT /v1/resources/{kind}/{key}',
    'DELETE /v1/resources/{kind}/{key}',
  ];
  const about = operations
    .map(({ method, path }) => `${method} ${path}`)
    .filter((name) => /flag|segment|entitlement|ofrep|experiment/u.test(name));
  for (const name of [...keeping, ...about]) {
    const [method = '', path = ''] = name.split(' ');
    expect(paths[path]?.[method.toLowerCase()], name).toMatchObject({
      summary: expect.any(String),
      responses: expect.any(Object),
    });
  }
});
