import type { Json, JsonObject } from '../../engine/json.ts';
import { entriesOf, textsOf } from '../../engine/json-fields.ts';
import type { BodyReference, FindBody, KindPolicy } from '../../engine/model/registry.ts';
import { childPointer } from '../../engine/pointer.ts';
import { nearest } from '../../engine/validate/did-you-mean.ts';
import { checkDates } from './check-dates.ts';
import { checkAttributes, checkExpressions } from './check-expressions.ts';
import type { AccessFinding } from './findings.ts';

export const rolePolicy: KindPolicy = { check, references, checkAgainst };

function check(body: JsonObject): readonly AccessFinding[] {
  return [...checkExpressions('/conditions', body['conditions']), ...checkPermissions(body)];
}

function checkPermissions(body: JsonObject): readonly AccessFinding[] {
  const permissions = textsOf(body['permissions']);
  return entriesOf(body['conditions'])
    .filter(([permission]) => !permissions.includes(permission))
    .map(([permission]) => {
      const meant = nearest(permission, permissions);
      const hint =
        meant === undefined
          ? 'A condition stands on a permission exactly as it is written under `permissions`.'
          : `Did you mean \`${meant}\`?`;
      // A misspelt permission is one mistake, whoever spells it right.
      const because = meant === undefined ? '/permissions' : childPointer('/permissions', permissions.indexOf(meant));
      return {
        code: 'access/condition-without-permission',
        pointer: childPointer('/conditions', permission),
        atKey: true,
        because: [because],
        message: `\`${permission}\` is not among the permissions of this role.`,
        hint,
      };
    });
}

/** `invoice:approve:own` names a resource type, one of its actions, and one of its scopes where it declares any. */
function references(body: JsonObject): readonly BodyReference[] {
  return textsOf(body['permissions']).flatMap((permission, index) => {
    const [resourceType = '*', action = '*', scope = '*'] = permission.split(':');
    if (resourceType === '*') return [];
    const target = { pointer: childPointer('/permissions', index), kind: 'ResourceType', key: resourceType };
    const members = [
      ...(action === '*' ? [] : [{ path: 'actions', name: action }]),
      ...(scope === '*' ? [] : [{ path: 'scopes', name: scope, open: true }]),
    ];
    return members.length === 0 ? [target] : members.map((member) => ({ ...target, member }));
  });
}

/** A condition asks for attributes of the resource type that its permission is about; `*` may be about any. */
function checkAgainst({ conditions }: JsonObject, find: FindBody): readonly AccessFinding[] {
  const typeOf = (permission: string): string => permission.split(':')[0] ?? '*';
  const declaredFor = (permission: string): Json | undefined => {
    const type = typeOf(permission);
    return type === '*' ? undefined : find('ResourceType', type)?.['attributes'];
  };
  return [
    ...checkAttributes('/conditions', conditions, (permission) => ({
      declared: declaredFor(permission),
      owner: `ResourceType \`${typeOf(permission)}\``,
    })),
    ...checkDates('/conditions', conditions, declaredFor, find),
  ];
}
