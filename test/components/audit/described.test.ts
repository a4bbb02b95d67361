import { expect, test } from 'vitest';
import { component } from '../../../src/components/audit/index.ts';
import { createHost } from '../../../src/host/create-host.ts';
import { openApiDocument } from '../../../src/server/openapi/openapi.ts';
import { silentFields } from '../../support/silent-fields.ts';
import { thePorts, wholeTable } from '../../support/whole-table.ts';

test('FR-A010 every field of the kinds of audit is described by its model', () => {
  expect(component.models.map(({ kind }) => kind).toSorted()).toEqual(['AlertRule', 'AuditStream', 'RetentionPolicy']);
  for (const { examples, kind, schema } of component.models) {
    expect(silentFields(JSON.parse(JSON.stringify(schema)), kind)).toEqual([]);
    expect({ kind, examples: examples.length > 0 }).toEqual({ kind, examples: true });
  }
});

test('FR-A010 every operation of audit stands in OpenAPI, with what it takes, gives and refuses', () => {
  const host = createHost();
  const masterKey = new Uint8Array(32);
  const text = JSON.stringify(openApiDocument(wholeTable(host, masterKey), '1.0.0'));
  const { paths }: { readonly paths: { readonly [path: string]: { readonly [method: string]: unknown } } } =
    JSON.parse(text);
  const own = component.operations?.({ host, ports: thePorts, masterKey }) ?? [];
  expect(own.length).toBeGreaterThan(6);
  for (const { body, method, path, query } of own) {
    expect(paths[path]?.[method.toLowerCase()], `${method} ${path}`).toMatchObject({
      summary: expect.any(String),
      tags: [expect.any(String)],
      responses: expect.objectContaining({ '401': expect.any(Object), '403': expect.any(Object) }),
      ...(body === undefined ? {} : { requestBody: expect.any(Object) }),
      ...(query === undefined ? {} : { parameters: expect.any(Array) }),
    });
  }
});
