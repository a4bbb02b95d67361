import type { Session } from '../../../db/contract.ts';
import type { Ids } from '../../../host/contract.ts';
import { recordDecisions } from './log/record-decisions.ts';
import type { PolicyAt, PolicyStore } from './policy-store.ts';
import { selectFacts } from './queries.ts';
import { type Asked, decide, emptyFacts, type Facts } from './situation.ts';
import { readFacts } from './stored-facts.ts';
import type { Verdict } from './verdict.ts';

/** What questions of one request are decided with. */
export interface DeskOptions {
  readonly session: Session;
  readonly policies: PolicyStore;
  readonly ids: Ids;
  readonly tenant: string;
  readonly now: Date;
  readonly requestId: string;
}

/** Where questions about one tenant are decided, and every answer is written down. */
export interface Desk {
  /** False: nobody may do anything, and that is what is decided. */
  readonly tenantExists: boolean;
  decide(asked: Asked): Verdict;
  /** Writes down all that was decided here, in the request's own transaction. Call it once, before answering. */
  close(): Promise<void>;
}

/** Reads all that the questions may need, in one round trip. */
export async function openDesk(options: DeskOptions, questions: readonly Asked[]): Promise<Desk> {
  const { session, policies, tenant, now, ids, requestId } = options;
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
  const verdicts: Verdict[] = [];
  return {
    tenantExists: facts !== null,
    decide(asked) {
      const verdict = answer(asked, facts ?? emptyFacts(tenant, now), policy, ids.next('dec'));
      verdicts.push(verdict);
      return verdict;
    },
    close: () => recordDecisions(session, verdicts, { tenant, requestId, now }),
  };
}

function answer(asked: Asked, facts: Facts, { policy, revision }: PolicyAt, id: string): Verdict {
  return {
    id,
    asked,
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
