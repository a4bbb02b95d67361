import type { Session } from '../../../db/contract.ts';
import type { Grant } from '../policy/contract.ts';
import type { PolicyStore } from './policy-store.ts';
import { selectEverybody } from './queries.ts';
import { type Asked, decide, type SubjectFacts, type SubjectName } from './situation.ts';
import { everybodyIn, readFacts } from './stored-facts.ts';

/** Somebody who may do it, and by what. */
export interface Entitled {
  readonly subject: SubjectName;
  readonly facts: SubjectFacts;
  readonly grant: Grant;
}

export interface WhoRequest extends Omit<Asked, 'subject' | 'claims'> {
  readonly tenant: string;
  readonly now: Date;
}

/**
 * Everybody within the tenant who may do it, by type and id: each is asked about, so that conditions, scopes and
 * relationships count as they do in a check. Null when there is no such tenant.
 */
export async function findWho(
  session: Session,
  policies: PolicyStore,
  { tenant, now, ...question }: WhoRequest,
): Promise<{ readonly entitled: readonly Entitled[]; readonly policyRevision: number } | null> {
  const { type, id } = question.resource;
  const stored = await selectEverybody(session, { tenant, resource: id === null ? null : { type, id }, now });
  const facts = readFacts(tenant, now, stored);
  if (facts === null) return null;
  const { policy, revision } = await policies.at(session, stored.revision);
  const entitled = everybodyIn(stored).flatMap((subject): readonly Entitled[] => {
    const { grant } = decide(policy, facts, { ...question, subject, claims: {} });
    return grant === null ? [] : [{ subject, facts: facts.subject(subject), grant }];
  });
  return { entitled, policyRevision: revision };
}
