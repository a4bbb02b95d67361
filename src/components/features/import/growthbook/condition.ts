import { isJsonObject, type Json, type JsonObject } from '../../../../engine/json.ts';
import { entriesOf, listOf, objectOf, textOf } from '../../../../engine/json-fields.ts';
import { all, any, type Condition, not } from '../condition.ts';
import { Inexpressible } from '../inexpressible.ts';
import { userAttribute } from './attributes.ts';
import type { GroupLookup } from './group-lookup.ts';
import { valueCondition } from './value-condition.ts';

/** A condition of GrowthBook, in which everything must hold. @throws Inexpressible */
export function conditionOf(condition: Json, groups: GroupLookup): Condition {
  if (!isJsonObject(condition)) throw new Inexpressible('a condition is no object');
  return all(entriesOf(condition).map(([name, value]) => partOf(name, value, groups)));
}

function partOf(name: string, value: Json, groups: GroupLookup): Condition {
  switch (name) {
    case '$or':
      return orOf(value, groups);
    case '$nor':
      return not(orOf(value, groups));
    case '$and':
      return all(listOf(value).map((inner) => conditionOf(inner, groups)));
    case '$not':
      return not(conditionOf(value, groups));
    case '$savedGroup':
      return savedGroup(objectOf(value), groups);
    default:
      return valueCondition(outsideOfLists(name, groups), value, groups);
  }
}

function orOf(value: Json, groups: GroupLookup): Condition {
  const conditions = listOf(value);
  return conditions.length === 0 || any(conditions.map((inner) => conditionOf(inner, groups)));
}

function savedGroup(reference: JsonObject, groups: GroupLookup): Condition {
  const id = textOf(reference['id']);
  const entry = id === undefined ? undefined : groups.entry(id);
  if (id === undefined || !isJsonObject(entry)) return false;
  if (entry['type'] === 'condition') return groups.byCondition(id);
  const { attributeKey = entry['attributeKey'] } = reference;
  const key = textOf(attributeKey);
  return entry['type'] === 'list' && key !== undefined && groups.byAttribute(id, outsideOfLists(key, groups));
}

/** There, `groups.0` and `groups.length` read the list of groups. @throws Inexpressible */
function outsideOfLists(name: string, groups: GroupLookup): string {
  const path = userAttribute(name);
  const names = name.split('.');
  const isInside = names.some((_, count) => count > 0 && groups.isList(userAttribute(names.slice(0, count).join('.'))));
  if (isInside) throw new Inexpressible(`\`${path}\` reaches into a list`);
  return path;
}
