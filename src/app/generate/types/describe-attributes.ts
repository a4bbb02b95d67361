import { isJsonObject, type Json } from '../../../engine/json.ts';
import { entriesOf, memberOf } from '../../../engine/json-fields.ts';
import type { SdkField } from '../../../generate/sdk/api-description.ts';
import type { TypeTable } from '../../../generate/types/configuration-types.ts';
import type { DeclaredResources } from './declared-resources.ts';
import { fieldsOf } from './event-properties.ts';
import type { ObjectTypes } from './object-types.ts';

/** What may be told when flags are asked, of users, tenants and other contexts, and of resources when access is. */
export function describeAttributes(declared: DeclaredResources, objectTypes: ObjectTypes): readonly TypeTable[] {
  const found = new Map<string, Map<string, Json>>();
  const take = (kind: string, attributes: Json | undefined): void => {
    const known = found.get(kind) ?? new Map<string, Json>();
    for (const [name, attribute] of entriesOf(attributes)) known.set(name, attribute);
    if (known.size > 0) found.set(kind, known);
  };
  for (const { body } of declared.of('Tenancy')) {
    for (const kind of ['tenant', 'user']) take(kind, memberOf(body['attributes'], kind));
  }
  // What a context says of an attribute goes before what the tenancy says.
  for (const { body, key } of declared.of('ContextKind')) take(key, body['attributes']);
  const rows = [...found].map(([kind, attributes]): SdkField => {
    const fields = [...attributes].flatMap(([name, attribute]) => {
      const isSensitive = isJsonObject(attribute) && attribute['sensitive'] === true;
      return fieldsOf({ [name]: attribute }, () => false).map((field) => (isSensitive ? sensitive(field) : field));
    });
    const site = {
      id: `ContextKind/${kind}`,
      wish: `${kind} attributes`,
      note: `What is told of the context \`${kind}\`.`,
      isSent: true,
    };
    return { name: kind, type: objectTypes.add(fields, site), isRequired: false };
  });
  return [
    {
      name: 'context-attributes',
      note: 'What is told of whoever asks for a flag, by kind of context.',
      rows,
    },
    {
      name: 'resource-attributes',
      note: 'What is told of a resource when access to it is checked, by resource type.',
      rows: resourceRows(declared, objectTypes),
    },
  ].filter((table) => table.rows.length > 0);
}

function resourceRows(declared: DeclaredResources, objectTypes: ObjectTypes): readonly SdkField[] {
  return declared.of('ResourceType').flatMap(({ body, key }): readonly SdkField[] => {
    const fields = fieldsOf(body['attributes'], () => false);
    if (fields.length === 0) return [];
    const site = {
      id: `ResourceType/${key}`,
      wish: `${key} resource`,
      note: `What is told of a resource of type \`${key}\`.`,
      isSent: true,
    };
    return [{ name: key, type: objectTypes.add(fields, site), isRequired: false }];
  });
}

function sensitive(field: SdkField): SdkField {
  const note = 'Sensitive: it never leaves the process that evaluates.';
  return { ...field, description: field.description === undefined ? note : `${field.description} ${note}` };
}
