import { textsOf } from '../../../engine/json-fields.ts';
import type { Resource } from '../../../engine/resource.ts';
import type { Constant, ConstantFamily } from '../../../generate/types/configuration-types.ts';
import { type DeclaredResources, notesOf } from './declared-resources.ts';

/** `PERMISSIONS.INVOICE.READ`: what can be done to each resource type, wholly or within one of its scopes, and all of it. */
export function describePermissions(declared: DeclaredResources): readonly ConstantFamily[] {
  const types = declared.of('ResourceType');
  if (types.length === 0) return [];
  const groups = types.map((type) => ({
    value: type.key,
    wish: type.key,
    notes: notesOf(type),
    constants: permissionsOf(type),
  }));
  return [{ name: 'permissions', member: 'permission', note: 'What roles allow, by what it is about.', groups }];
}

function permissionsOf({ body, key }: Resource): readonly Constant[] {
  const scopes = Object.keys(Object(body['scopes'])).toSorted();
  const actions = textsOf(body['actions']).toSorted();
  return [
    { value: `${key}:*`, wish: 'wildcard', notes: { text: 'Every action.' } },
    ...actions.flatMap((action) => [
      { value: `${key}:${action}`, wish: action, notes: { text: '' } },
      ...scopes.map((scope) => ({
        value: `${key}:${action}:${scope}`,
        wish: `${action} ${scope}`,
        notes: { text: '' },
      })),
    ]),
  ];
}
