import type { Session } from '../../../db/contract.ts';
import type { Ids } from '../../../host/contract.ts';
import type { KeptFacts } from './kept-facts.ts';
import { recordDecisions } from './log/record-decisions.ts';
import type { PolicyAt, PolicyStore } from './policy-store.ts';
import { refuseStale, selectFacts } from './queries.ts';
import { type Asked, decide, emptyFacts, type Facts } from './situation.ts';
import { readFacts } from './stored-facts.ts';
import type { Question, Verdict } from './verdict.ts';

/** What all desks of one control plane share. */
export interface DeskSupplies {
  readonly policies: PolicyStore;
  readonly kept: KeptFacts;
  readonly ids: Ids;
}

/** What questions are decided with. */
export interface DeskOptions extends DeskSupplies {
  readonly session: Session;
  readonly now: Date;
}

/** Where questions are decided, those of one request or of several, and every answer is written down. */
export interface Desk {
  /** False: nobody may do anything there, and that is what is decided. */
  tenantExists(tenant: string): boolean;
  /** Of the questions that the desk was opened for. */
  decide(question: Question): Verdict;
  /** Has all that was decided here written down as the session's transaction is committed. Call it once, before answering. */
  close(): void;
}

/** What is known of one tenant, as one statement saw it. */
interface Known {
  readonly exists: boolean;
  readonly factsFor: (asked: Asked) => Facts;
  readonly policy: PolicyAt;
}

/**
 * Reads all that the questions may need, in one round trip for each tenant they are about; in none where all of it is
 * kept, and the commit then says whether it still holds.
 */
export async function openDesk(options: DeskOptions, questions: readonly Question[]): Promise<Desk> {
  const { session, now, ids } = options;
  const tenants = new Map<string, Known>();
  for (const [tenant, about] of Map.groupBy(questions, (question) => question.tenant)) {
    const asked = about.map((question) => question.asked);
    // A refusal tells of the first that has changed alone: what changed one of them may have changed all.
    const known = findKept(options, tenant, asked, () => options.kept.forget(session, tenants.keys()));
    tenants.set(tenant, known ?? (await readKnown(options, tenant, asked)));
  }
  const known = (tenant: string): Known => {
    const found = tenants.get(tenant);
    if (found === undefined) throw new RangeError(`no desk was opened for tenant ${tenant}`);
    return found;
  };
  const verdicts: Verdict[] = [];
  return {
    tenantExists: (tenant) => known(tenant).exists,
    decide(question) {
      const verdict = answer(question, known(question.tenant), ids.next('dec'));
      verdicts.push(verdict);
      return verdict;
    },
    close: () => recordDecisions(session, verdicts, now),
  };
}

function findKept(
  { session, policies, kept, now }: DeskOptions,
  tenant: string,
  questions: readonly Asked[],
  onRefused: () => void,
): Known | null {
  const found = kept.find(session, tenant, questions, now);
  const policy = found === null ? undefined : policies.kept(session, found.revision);
  if (found === null || policy === undefined) return null;
  refuseStale(session, tenant, found, onRefused);
  return { exists: true, factsFor: found.factsFor, policy };
}

async function readKnown(
  { session, policies, kept, now }: DeskOptions,
  tenant: string,
  questions: readonly Asked[],
): Promise<Known> {
  const named = (type: string) => [
    ...new Set(questions.filter(({ subject }) => subject.type === type).map(({ subject }) => subject.id)),
  ];
  const stored = await selectFacts(session, {
    tenant,
    users: named('user'),
    accounts: named('service-account'),
    resources: resourcesOf(questions),
    now,
  });
  const facts = readFacts(tenant, now, stored);
  const policy = await policies.at(session, stored.revision);
  if (facts !== null) kept.keep(session, tenant, questions, { stored, facts });
  return { exists: facts !== null, factsFor: () => facts ?? emptyFacts(tenant, now), policy };
}

function answer(question: Question, { factsFor, policy: { policy, revision } }: Known, id: string): Verdict {
  const { asked } = question;
  const facts = factsFor(asked);
  return {
    ...question,
    id,
    subject: facts.subject(asked.subject),
    decision: decide(policy, facts, asked),
    policyRevision: revision,
  };
}

/** Each resource that a question names by id, once. */
function resourcesOf(questions: readonly Asked[]): readonly { readonly type: string; readonly id: string }[] {
  const named = new Map<string, { readonly type: string; readonly id: string }>();
  for (const { resource } of questions) {
    const { type, id } = resource;
    if (id !== null) named.set(`${type}\0${id}`, { type, id });
  }
  return [...named.values()];
}
