import { attributeNames } from '../../../../engine/condition/attribute-names.ts';
import type { Json } from '../../../../engine/json.ts';
import { memberOf } from '../../../../engine/json-fields.ts';
import type { AuditEntry } from '../../entries/entry.ts';

export type ReadField = (entry: AuditEntry) => Json | undefined;

const named: { readonly [field: string]: ReadField } = {
  action: ({ action }) => action,
  outcome: ({ outcome }) => outcome,
  tenant: ({ tenantId }) => tenantId,
  ip: ({ actor }) => actor.ip,
  country: ({ actor }) => actor.location?.country,
  userAgent: ({ actor }) => actor.userAgent,
  'actor.id': ({ actor }) => actor.id,
  'actor.type': ({ actor }) => actor.type,
  'actor.email': ({ actor }) => actor.email,
  'resource.type': ({ resource }) => resource?.type,
  'resource.id': ({ resource }) => resource?.id,
};

const roots: { readonly [root: string]: ReadField } = {
  before: ({ before }) => before,
  after: ({ after }) => after,
  metadata: ({ metadata }) => metadata,
};

/**
 * A field of entries as rules write it: `actor.id`, `ip`, `after.role`. What is absent, or would have to be found in a
 * list or a digest, reads as undefined.
 */
export function compileField(path: string): ReadField {
  const known = Object.hasOwn(named, path) ? named[path] : undefined;
  if (known !== undefined) return known;
  const [root = '', ...names] = attributeNames(path);
  const read = Object.hasOwn(roots, root) ? roots[root] : undefined;
  if (read === undefined) return () => undefined;
  return (entry) => names.reduce(memberOf, read(entry));
}
