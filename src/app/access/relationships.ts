import type { ObjectName, Relations } from '../../components/access-contract.ts';
import { isJsonObject, type Json } from '../../engine/json.ts';
import type { Host } from '../../host/contract.ts';
import { usageError } from '../command-errors.ts';
import { readJsonOption } from './json-option.ts';

/** Relationships as `--relationships` gives them: the list that the API takes, one by one. */
export async function readRelationships(option: string | undefined, host: Host): Promise<Relations> {
  const given = option === undefined ? [] : await readJsonOption(option, '--relationships', host);
  if (!Array.isArray(given)) throw usageError('--relationships is not a JSON list.', example);
  const list: readonly Json[] = given;
  const tuples = Map.groupBy(list.map(readTuple), ({ of }) => of);
  return { related: (object, relation) => (tuples.get(nameOf(object, relation)) ?? []).map(({ end }) => end) };
}

const example =
  'Write [{"resource": {"type": "document", "id": "42"}, "relation": "owner", "subject": {"type": "user", "id": "ada"}}].';

function readTuple(entry: Json, index: number): { readonly of: string; readonly end: ObjectName } {
  if (isJsonObject(entry)) {
    const { relation } = entry;
    const [resource, subject] = [objectName(entry['resource']), objectName(entry['subject'])];
    if (resource !== null && subject !== null && typeof relation === 'string')
      return { of: nameOf(resource, relation), end: subject };
  }
  throw usageError(`--relationships: entry ${index + 1} is no relationship.`, example);
}

function objectName(value: Json | undefined): ObjectName | null {
  if (!isJsonObject(value)) return null;
  const { id, type } = value;
  return typeof id === 'string' && typeof type === 'string' ? { type, id } : null;
}

function nameOf({ id, type }: ObjectName, relation: string): string {
  return JSON.stringify([type, id, relation]);
}
