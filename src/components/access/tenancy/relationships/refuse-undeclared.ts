import type { JsonObject } from '../../../../engine/json.ts';
import { memberOf, objectOf, textsOf } from '../../../../engine/json-fields.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import { didYouMean } from '../../../../engine/validate/did-you-mean.ts';
import type { ErrorDefinition } from '../../../../engine/platform-error/index.ts';
import { relationshipErrors } from './errors.ts';
import type { Relationship } from './mapping.ts';

/** Where a relationship is to be written: in which tenant, under what is live. */
export interface WrittenInto {
  readonly tenantId: string;
  /** What the live resource types say, by key. */
  readonly types: ReadonlyMap<string, JsonObject>;
}

/**
 * Only what the live resource types declare can be written, and of tenants only the one itself: in no other is what
 * belongs to this one ever asked about. What was written before may be undeclared since; it can still be taken away.
 */
export function refuseUndeclared(
  { resource, relation, subject }: Relationship,
  { tenantId, types: resourceTypes }: WrittenInto,
  pointer: string,
): void {
  const type = resourceTypes.get(resource.type);
  if (type === undefined) {
    throw refusal(
      relationshipErrors.unknownType,
      `${pointer}/resource/type`,
      `The environment has no resource type ${resource.type}.`,
      resource.type,
      [...resourceTypes.keys()],
    );
  }
  const relations = objectOf(type['relations']);
  const allowed = memberOf(relations, relation);
  if (allowed === undefined) {
    const message = `${relation} is not a relation of ${resource.type}.`;
    throw refusal(relationshipErrors.unknownRelation, `${pointer}/relation`, message, relation, Object.keys(relations));
  }
  const types = textsOf(allowed);
  if (!types.includes(subject.type)) {
    const message = `${subject.type} cannot be ${relation} of ${resource.type}.`;
    throw refusal(relationshipErrors.subjectNotAllowed, `${pointer}/subject/type`, message, subject.type, types);
  }
  if (subject.type !== 'tenant' || subject.id === tenantId) return;
  const message = `Tenant ${subject.id} cannot be ${relation} of what belongs to tenant ${tenantId}.`;
  throw refusal(relationshipErrors.subjectNotAllowed, `${pointer}/subject/id`, message, subject.id, [tenantId]);
}

function refusal(
  definition: ErrorDefinition,
  param: string,
  message: string,
  word: string,
  allowed: readonly string[],
): Error {
  const hint =
    didYouMean(word, allowed) ??
    (allowed.length === 0 ? 'There are none.' : `There ${allowed.length === 1 ? 'is' : 'are'} ${allowed.join(', ')}.`);
  return makeError(definition, { message, param, details: { hint, allowed } });
}
