import type { ObjectName, Relations } from '../../components/access-contract.ts';
import { isJsonObject, type Json } from '../../engine/json.ts';
import { memberOf, objectOf, textsOf } from '../../engine/json-fields.ts';
import type { Host } from '../../host/contract.ts';
import { unknownError, usageError } from '../command-errors.ts';
import { typeNamed } from './asked.ts';
import { readJsonOption } from './json-option.ts';
import type { LocalPolicy } from './local-policy.ts';

/**
 * Relationships as `--relationships` gives them: the list that the API takes, one by one.
 *
 * @throws ValidationError `cli/usage` for what cannot be read, and for what no file declares
 */
export async function readRelationships(
  option: string | undefined,
  tenant: string | null,
  local: LocalPolicy,
  host: Host,
): Promise<Relations> {
  const given = option === undefined ? [] : await readJsonOption(option, '--relationships', host);
  if (!Array.isArray(given)) throw usageError('--relationships is not a JSON list.', example);
  const list: readonly Json[] = given;
  const tuples = Map.groupBy(
    list.map((entry, index) => readTuple(entry, index, tenant, local)),
    ({ of }) => of,
  );
  return { related: (object, relation) => (tuples.get(nameOf(object, relation)) ?? []).map(({ end }) => end) };
}

const example =
  'Write [{"resource": {"type": "document", "id": "42"}, "relation": "owner", "subject": {"type": "user", "id": "ada"}}].';

function readTuple(
  entry: Json,
  index: number,
  tenant: string | null,
  local: LocalPolicy,
): { readonly of: string; readonly end: ObjectName } {
  if (isJsonObject(entry)) {
    const { relation } = entry;
    const [resource, subject] = [objectName(entry['resource']), objectName(entry['subject'])];
    if (resource !== null && subject !== null && typeof relation === 'string') {
      refuseUndeclared(resource.type, relation, subject.type, local);
      refuseOtherTenant(subject, index, tenant);
      return { of: nameOf(resource, relation), end: subject };
    }
  }
  throw usageError(`--relationships: entry ${index + 1} is no relationship.`, example);
}

/** A server keeps no relationship that is not declared; here it would be a denial that nobody understands. */
function refuseUndeclared(type: string, relation: string, end: string, local: LocalPolicy): void {
  const relations = objectOf(typeNamed(type, local)['relations']);
  const declared = memberOf(relations, relation);
  if (declared === undefined)
    throw unknownError(`${type} has no relation ${relation}.`, relation, Object.keys(relations));
  const ends = textsOf(declared);
  if (!ends.includes(end)) throw unknownError(`${end} cannot be ${relation} of ${type}.`, end, ends);
}

/** Nor does it keep one that names a tenant beside the one it belongs to. */
function refuseOtherTenant({ id, type }: ObjectName, index: number, tenant: string | null): void {
  if (type !== 'tenant' || id === tenant) return;
  throw usageError(
    `--relationships: entry ${index + 1} names tenant ${JSON.stringify(id)}, and the question is about ${tenant === null ? 'none' : 'another'}.`,
    'Relationships belong to one tenant and can name no other: say with --tenant which one it is.',
  );
}

function objectName(value: Json | undefined): ObjectName | null {
  if (!isJsonObject(value)) return null;
  const { id, type } = value;
  return typeof id === 'string' && typeof type === 'string' ? { type, id } : null;
}

function nameOf({ id, type }: ObjectName, relation: string): string {
  return JSON.stringify([type, id, relation]);
}
