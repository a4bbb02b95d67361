import { isJsonObject, type Json } from '../../../engine/json.ts';
import { entriesOf, listOf, textOf } from '../../../engine/json-fields.ts';
import type { SdkField, TypeReference } from '../../../generate/sdk/api-description.ts';
import { plainText } from '../../../generate/types/plain-text.ts';

/** Properties or attributes by name, each as its type alone or with more about it. */
export function fieldsOf(properties: Json | undefined, isRequired: (name: string) => boolean): readonly SdkField[] {
  return entriesOf(properties).map(([name, property]) => {
    const description = isJsonObject(property) ? plainText(textOf(property['description']) ?? '') : '';
    return {
      name,
      type: typeOf(property),
      isRequired: isRequired(name),
      ...(description === '' ? {} : { description }),
    };
  });
}

function typeOf(property: Json): TypeReference {
  if (!isJsonObject(property)) return plainType(property, {});
  const { items, properties, type, values } = property;
  const literals = listOf(values).filter((value) => value !== null && typeof value !== 'object');
  if (literals.length > 0) return { kind: 'union', members: literals.map((value) => ({ kind: 'literal', value })) };
  return plainType(type, { items, properties });
}

function plainType(
  type: Json | undefined,
  inner: { items?: Json | undefined; properties?: Json | undefined },
): TypeReference {
  switch (type) {
    case 'boolean':
    case 'integer':
    case 'number':
      return { kind: type };
    // A date is a day or a moment, written as text.
    case 'string':
    case 'date':
      return { kind: 'text' };
    case 'array':
      return { kind: 'list', items: inner.items === undefined ? { kind: 'json' } : typeOf(inner.items) };
    case 'list':
      return {
        kind: 'list',
        items: { kind: 'union', members: [{ kind: 'text' }, { kind: 'number' }, { kind: 'boolean' }] },
      };
    case 'object': {
      const fields = fieldsOf(inner.properties, () => false);
      return fields.length === 0 ? { kind: 'map', values: { kind: 'json' } } : { kind: 'object', fields };
    }
    default:
      return { kind: 'json' };
  }
}
