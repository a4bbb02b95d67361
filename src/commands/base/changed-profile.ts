import { readAttributes } from '../../app/read-attributes.ts';
import { usageError } from '../../app/command-errors.ts';
import type { Profile } from '../../app/tenancy-client.ts';
import type { JsonObject } from '../../engine/json.ts';

/**
 * The attributes that an update changes.
 *
 * @param others whether anything besides attributes changes
 * @throws PlatformError `cli/usage` where nothing changes at all: what was not done must not look as if it were
 */
export function changedAttributes(
  { attribute = [], 'remove-attribute': removed = [] }: AttributeFlags,
  others: Partial<Profile>,
  options: readonly string[],
): JsonObject {
  const attributes = readAttributes(attribute, removed);
  if (Object.keys(attributes).length > 0 || Object.keys(others).length > 0) return attributes;
  throw usageError('There is nothing to change.', `Say what changes, by ${options.join(', ')} or --remove-attribute.`);
}

interface AttributeFlags {
  readonly attribute?: readonly string[] | undefined;
  readonly 'remove-attribute'?: readonly string[] | undefined;
}
