import { expect, test } from 'vitest';
import { wholeDocument } from '../../src/app/generate/api-files.ts';
import { productParts } from '../../src/app/generate/product-parts.ts';
import { components } from '../../src/components/index.ts';
import type { Json, JsonObject } from '../../src/engine/json.ts';
import { entriesOf, objectOf, textOf } from '../../src/engine/json-fields.ts';
import { createRegistry } from '../../src/engine/model/create-registry.ts';
import { checkDocument } from '../../src/engine/validate/check-document.ts';
import { PreparedKinds } from '../../src/engine/validate/prepared-kind.ts';
import { createHost } from '../../src/host/create-host.ts';

const { document } = wholeDocument(productParts(createHost(), components), '1.2.3');
const kinds = new PreparedKinds(createRegistry(components));
const schemas = objectOf(objectOf(document['components'])['schemas']);

/** What an operation is sent as an example, with the schema of it. */
interface Sent {
  readonly operation: string;
  readonly schema: JsonObject;
  readonly example: JsonObject;
}

const sent: readonly Sent[] = entriesOf(document['paths'])
  .flatMap(([, item]) => entriesOf(item))
  .flatMap(([, operation]): readonly Sent[] => {
    const content = objectOf(objectOf(objectOf(objectOf(operation)['requestBody'])['content'])['application/json']);
    const example = objectOf(content['example']);
    return [
      { operation: textOf(objectOf(operation)['operationId']) ?? '', schema: resolved(content['schema']), example },
    ];
  });

function resolved(schema: Json | undefined): JsonObject {
  const reference = textOf(objectOf(schema)['$ref']);
  return reference === undefined ? objectOf(schema) : objectOf(schemas[reference.split('/').at(-1) ?? '']);
}

/** The kind of what a field of any form holds, as its description says; `resources.put` has it in its path. */
function kindOf(operation: string, field: string, schema: JsonObject): string | undefined {
  if (operation === 'resources.put' && field === 'body') return 'Role';
  return /^An? ([A-Z]\w+) as it is written in YAML, without `kind` and `key`/u.exec(
    textOf(schema['description']) ?? '',
  )?.[1];
}

/** What is wrong with a body, as `dream validate` says it. */
function mistakes(kind: string, body: JsonObject): readonly string[] {
  const prepared = kinds.get(kind);
  if (prepared === undefined) return [`there is no kind ${kind}`];
  return checkDocument(prepared, { kind, key: 'example', ...body }).findings.map(({ message }) => message);
}

test('examples of what is sent hold no body of a resource that would be refused', () => {
  const bodies = sent.flatMap(({ example, operation, schema }) =>
    entriesOf(schema['properties']).flatMap(([field, property]) => {
      const kind = kindOf(operation, field, resolved(property));
      return kind === undefined ? [] : [{ where: `${operation} ${field}`, kind, body: objectOf(example[field]) }];
    }),
  );
  expect(bodies.map(({ where }) => where).toSorted()).toEqual([
    'alerts.backtest rule',
    'flags.create body',
    'flags.update body',
    'resources.put body',
  ]);
  expect(bodies.flatMap(({ body, kind, where }) => mistakes(kind, body).map((one) => `${where}: ${one}`))).toEqual([]);
});
