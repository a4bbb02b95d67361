import { isJsonObject } from '../../../engine/json.ts';
import type { ApiDescription, SdkType } from '../../../generate/sdk/api-description.ts';
import { NamedSchemas } from '../../../server/openapi/named-schemas.ts';
import { apiVersions } from '../../../server/request/api-version.ts';
import type { ApiPart } from '../../control-plane/api-parts.ts';
import { describeEvents, takeEvents } from './describe-events.ts';
import { describeOperation } from './describe-operation.ts';
import { reachedTypes } from './reached-types.ts';
import { resourcesBelow } from './resource-tree.ts';
import { takeOperation } from './taken-operation.ts';
import { TypeReader } from './type-reader.ts';

/**
 * The API as SDKs show it: every operation but those of a standard's protocol, whose clients others have written. Pure:
 * the same parts give the same description. `version` is that of the product.
 *
 * @throws RangeError where a schema or an id says what no SDK could show.
 */
export function describeApi(parts: readonly ApiPart[], version: string): ApiDescription {
  const named = new NamedSchemas();
  const taken = parts.flatMap(({ name, operations }) =>
    operations
      .filter(({ foreignProtocol }) => foreignProtocol === undefined)
      .map((operation) => takeOperation(operation, name, named)),
  );
  const told = takeEvents(parts, named);
  const reader = new TypeReader(named.all());
  const events = told === undefined ? undefined : describeEvents(told, reader);
  const tags = new Map(parts.flatMap(({ api }) => Object.entries(api?.tags ?? {})));
  const operations = taken.map((one) => ({
    tag: one.operation.tag,
    about: tags.get(one.operation.tag),
    described: describeOperation(one, reader),
  }));
  return {
    version,
    apiVersion: apiVersions.at(-1) ?? '',
    resources: resourcesBelow([], operations),
    types: reachedTypes(
      typesOf(named, reader),
      operations.map(({ described }) => described),
      events,
    ),
    ...(events === undefined ? {} : { events }),
  };
}

function typesOf(named: NamedSchemas, reader: TypeReader): ReadonlyMap<string, Omit<SdkType, 'isSent' | 'isAnswered'>> {
  const entries = Object.entries(named.all()).flatMap(([name, schema]) => {
    if (!isJsonObject(schema) || schema['properties'] === undefined) return [];
    const { description } = schema;
    const others = reader.others(schema, name);
    const type = {
      name,
      ...(typeof description === 'string' ? { description } : {}),
      fields: reader.fields(schema, name),
      ...(others === undefined ? {} : { others }),
    };
    return [[name, type] as const];
  });
  return new Map(entries);
}
