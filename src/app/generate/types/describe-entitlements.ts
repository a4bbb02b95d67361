import type { JsonObject } from '../../../engine/json.ts';
import { textOf, textsOf } from '../../../engine/json-fields.ts';
import type { Resource } from '../../../engine/resource.ts';
import type { SdkField, TypeReference } from '../../../generate/sdk/api-description.ts';
import type { ConstantFamily, TypeTable } from '../../../generate/types/configuration-types.ts';
import { type DeclaredResources, notesOf } from './declared-resources.ts';
import type { ObjectTypes } from './object-types.ts';

/** The levels of those entitlements that have levels. */
export function describeLevels(declared: DeclaredResources): readonly ConstantFamily[] {
  const groups = declared.of('Entitlement').flatMap((entitlement) => {
    const levels = textsOf(entitlement.body['levels']);
    if (levels.length === 0) return [];
    const constants = levels.map((value) => ({ value, wish: value, notes: { text: '' } }));
    return [{ value: entitlement.key, wish: entitlement.key, notes: notesOf(entitlement), constants }];
  });
  if (groups.length === 0) return [];
  const note = 'The levels of entitlements, from the least to the most.';
  return [{ name: 'entitlement-levels', member: 'entitlement-level', note, groups }];
}

/** What a tenant can have of each entitlement. */
export function describeHoldings(declared: DeclaredResources, objectTypes: ObjectTypes): readonly TypeTable[] {
  const rows = declared.of('Entitlement').map((entitlement): SdkField => {
    const site = {
      id: `Entitlement/${entitlement.key}`,
      wish: `${entitlement.key} range`,
      note: `What a tenant may choose of the entitlement \`${entitlement.key}\`.`,
      isSent: false,
    };
    const type = objectTypes.named(holdingOf(entitlement), site);
    return { name: entitlement.key, type, isRequired: true, description: notesOf(entitlement).text };
  });
  const note = 'What a tenant can have of each entitlement. Null: as much as it likes.';
  return rows.length === 0 ? [] : [{ name: 'entitlement-values', note, rows }];
}

/** The type of an entitlement, for the comment of its key. */
export function holdingNote({ meter, type }: JsonObject): string {
  const counted = typeof meter === 'string' ? `, counted by the meter \`${meter}\`` : '';
  return `${titles.get(textOf(type) ?? '') ?? 'One of its levels'}${counted}.`;
}

const titles: ReadonlyMap<string, string> = new Map([
  ['switch', 'A switch'],
  ['quantity', 'A quantity'],
  ['range', 'A range'],
]);

function holdingOf({ body }: Resource): TypeReference {
  const amount: TypeReference = { kind: 'nullable', of: { kind: 'number' } };
  switch (textOf(body['type'])) {
    case 'switch':
      return { kind: 'boolean' };
    case 'quantity':
      return amount;
    case 'range':
      return {
        kind: 'object',
        fields: [
          { name: 'min', type: { kind: 'number' }, isRequired: true },
          { name: 'max', type: amount, isRequired: true },
        ],
      };
    default: {
      const levels = textsOf(body['levels']);
      if (levels.length === 0) return { kind: 'text' };
      return { kind: 'union', members: levels.map((value) => ({ kind: 'literal', value })) };
    }
  }
}
