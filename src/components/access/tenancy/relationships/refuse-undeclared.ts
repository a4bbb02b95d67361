import type { JsonObject } from '../../../../engine/json.ts';
import { memberOf, objectOf, textsOf } from '../../../../engine/json-fields.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import { didYouMean } from '../../../../engine/validate/did-you-mean.ts';
import type { ErrorDefinition } from '../../../../engine/platform-error/index.ts';
import { relationshipErrors } from './errors.ts';
import type { Relationship } from './mapping.ts';

/**
 * Only what the live resource types declare can be written. What was written before may be undeclared since;
 * it can still be taken away.
 */
export function refuseUndeclared(
  { resource, relation, subject }: Relationship,
  resourceTypes: ReadonlyMap<string, JsonObject>,
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
  if (types.includes(subject.type)) return;
  const message = `${subject.type} cannot be ${relation} of ${resource.type}.`;
  throw refusal(relationshipErrors.subjectNotAllowed, `${pointer}/subject/type`, message, subject.type, types);
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
