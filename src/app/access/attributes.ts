import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';
import type { Host } from '../../host/contract.ts';
import { unknownError, usageError } from '../command-errors.ts';
import { readJsonOption } from './json-option.ts';

/** What expressions may ask of those whom a question concerns. */
export type AttributeSets = Readonly<Record<(typeof owners)[number], JsonObject>>;

export const noAttributes: AttributeSets = { user: {}, tenant: {}, resource: {}, action: {}, context: {} };

const owners = ['user', 'tenant', 'resource', 'action', 'context'] as const;

/** Attributes as `--attributes` gives them: `{"resource": {"amount": 5}}`, or `@` and a file that holds it. */
export async function readAttributes(option: string | undefined, host: Host): Promise<AttributeSets> {
  const given = option === undefined ? {} : await readJsonOption(option, '--attributes', host);
  if (!isJsonObject(given)) throw usageError('--attributes is not a JSON object.', example);
  for (const [owner, attributes] of Object.entries(given)) {
    if (!owners.some((known) => known === owner))
      throw unknownError(`--attributes has none for ${owner}.`, owner, owners);
    if (!isJsonObject(attributes)) throw usageError(`--attributes: ${owner} is not a JSON object.`, example);
  }
  const of = (owner: string): JsonObject => asObject(given[owner]);
  return {
    user: of('user'),
    tenant: of('tenant'),
    resource: of('resource'),
    action: of('action'),
    context: of('context'),
  };
}

const example = 'Write \'{"resource": {"amount": 5}}\', or @ and a file that holds it.';

function asObject(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
