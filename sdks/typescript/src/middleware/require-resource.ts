import { ConfigurationError } from '../core/errors.ts';
import { isObject } from '../core/json.ts';
import type { ResourceInHand } from '../permissions/role-policy.ts';

/**
 * What was looked for and not found, or is the id by itself, would be taken for no resource, and whoever asks be told what
 * they may do with the type. An object without an id, or with null in its place, asks about that on purpose.
 *
 * @throws ConfigurationError for what is no resource, and an `id` that is there and neither text nor null
 */
export function requireResource<Given extends ResourceInHand>(resource: Given): Given {
  const given: unknown = resource;
  if (!isObject(given)) throw new ConfigurationError('A resource must be an object with an id, properties, or both');
  const { id, properties } = given;
  if ('id' in given && id !== null && typeof id !== 'string') {
    throw new ConfigurationError('The id of a resource must be text, or null where there is none: was it not found?');
  }
  // A row without any has null there.
  if (properties !== undefined && properties !== null && !isObject(properties)) {
    throw new ConfigurationError('The properties of a resource must be an object');
  }
  return resource;
}
