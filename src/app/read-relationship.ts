import { usageError } from './command-errors.ts';
import type { NamedObject, Relationship } from './tenancy-client.ts';

/**
 * A relationship as three words of a command: `document:42 owner user:ada`.
 *
 * @throws ValidationError `cli/usage` for a word that names no single object
 */
export function readRelationship(resource: string, relation: string, subject: string): Relationship {
  return {
    resource: oneObject(resource, 'Write its type and its id: document:42.'),
    relation,
    subject: oneObject(
      subject,
      'Write user: and an id, service-account: and an id, or a resource such as folder:plans.',
    ),
  };
}

/** The type ends at the first colon; an id may hold more of them. */
function oneObject(text: string, hint: string): NamedObject {
  const [, type, id] = /^([^:]+):(.+)$/su.exec(text) ?? [];
  if (type === undefined || id === undefined) throw usageError(`${text} does not say which one.`, hint);
  return { type, id };
}
