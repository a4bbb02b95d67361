import type { Asked } from './asked.ts';
import type { CompiledType, RelationGrant } from './compiled-type.ts';
import type { AccessQuestion, Decision, ObjectName, Relations } from './contract.ts';

/** The relation by which the subject may do what is asked, or null. A question about no particular resource has none. */
export function allowedByRelation(
  { relations: grants, type }: Asked,
  question: AccessQuestion,
  relations: Relations,
  types: ReadonlyMap<string, CompiledType>,
): Decision | null {
  const { id } = question.resource;
  if (id === null) return null;
  const object = { type: type.key, id };
  for (const grant of grants) {
    const decision = throughRelation(grant, object, type, question, relations, types);
    if (decision !== null) return decision;
  }
  return null;
}

function throughRelation(
  { further, name, relation }: RelationGrant,
  object: ObjectName,
  type: CompiledType,
  question: AccessQuestion,
  relations: Relations,
  types: ReadonlyMap<string, CompiledType>,
): Decision | null {
  const ends = endsOf(object, relation, type, relations);
  if (further === null) {
    if (!ends.some((end) => isSubject(end, question))) return null;
    return { allowed: true, grant: { by: 'relation', relation: name }, refusal: null };
  }
  for (const via of ends) {
    const between = types.get(via.type);
    if (between === undefined) continue;
    if (!endsOf(via, further, between, relations).some((end) => isSubject(end, question))) continue;
    return { allowed: true, grant: { by: 'relation', relation: name, via }, refusal: null };
  }
  return null;
}

/** Ends of a type that the relation does not admit do not count: a declaration may have become stricter. */
function endsOf(object: ObjectName, relation: string, type: CompiledType, relations: Relations): readonly ObjectName[] {
  const admitted = type.relations.get(relation);
  if (admitted === undefined) return [];
  return relations.related(object, relation).filter((end) => admitted.has(end.type));
}

/** A tenant at the end of a relation stands for everybody who acts within it. */
function isSubject(end: ObjectName, { subject, tenant }: AccessQuestion): boolean {
  if (end.type === 'tenant') return end.id === tenant.id;
  return end.type === subject.type && end.id === subject.id;
}
