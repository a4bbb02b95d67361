import type { Session } from '../../../db/contract.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { PolicyStore } from './policy-store.ts';
import { selectFacts, selectResourceIds, selectTuplesOfType } from './queries.ts';
import { relationsOf } from './relation-graph.ts';
import { type Asked, decide, type Facts, namedOnly } from './situation.ts';
import { readFacts, toTuple } from './stored-facts.ts';

export interface ResourcesRequest extends Omit<Asked, 'resource'> {
  readonly tenant: string;
  /** Properties that are the same of every resource asked about. */
  readonly resource: { readonly type: string; readonly properties: JsonObject };
  readonly now: Date;
}

/**
 * Ids of the resources of a type on which the subject may do it, in order. Only resources that some relationship
 * of the tenant speaks of are known here: the others live in the user's own product.
 */
export async function findResources(
  session: Session,
  policies: PolicyStore,
  { tenant, now, ...question }: ResourcesRequest,
): Promise<readonly string[]> {
  const { subject } = question;
  const { type, properties } = question.resource;
  const stored = await selectFacts(session, { tenant, ...namedOnly(subject), resources: [], now });
  const known = readFacts(tenant, now, stored);
  if (known === null) return [];
  const { policy } = await policies.at(session, stored.revision);
  const tuples = await selectTuplesOfType(session, { tenant, type, subject: subject.id });
  const facts: Facts = { ...known, relations: relationsOf(tuples.map(toTuple)) };
  const ids = [...(await selectResourceIds(session, tenant, type))].sort();
  return ids.filter((id) => decide(policy, facts, { ...question, resource: { type, id, properties } }).allowed);
}
