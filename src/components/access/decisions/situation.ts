import type { JsonObject } from '../../../engine/json.ts';
import type { AccessQuestion, Decision, Policy, Relations, Target } from '../policy/contract.ts';

/** Somebody as a question names them; the type may be one that nobody has. */
export interface SubjectName {
  readonly type: string;
  readonly id: string;
}

/** One question as it was asked. */
export interface Asked {
  readonly subject: SubjectName;
  /** What the asker says of the subject; what is stored about it counts for more. */
  readonly claims: JsonObject;
  readonly action: string;
  readonly resource: Target;
  readonly actionProperties?: JsonObject;
  /** Whence and how the request came, as the asker tells it. */
  readonly context?: JsonObject;
}

/**
 * What lets a subject act within the tenant at all. Whoever is neither a member nor a guest there is refused
 * everything, whatever roles or relationships still carry their name.
 */
export type Standing = 'member' | 'guest' | 'service-account' | 'none';

/** What is stored about one subject. */
export interface SubjectFacts {
  readonly standing: Standing;
  /** Keys of roles, those of a cross-tenant grant included, in order. */
  readonly roles: readonly string[];
  readonly properties: JsonObject;
}

/** Everything an answer rests on: read in one moment, of one tenant. */
export interface Facts {
  readonly tenant: { readonly id: string; readonly properties: JsonObject };
  readonly now: Date;
  readonly relations: Relations;
  subject(name: SubjectName): SubjectFacts;
}

/** What a subject has that is nobody here. */
export const stranger: SubjectFacts = { standing: 'none', roles: [], properties: {} };

/** Nothing stands in any relation. */
export const unrelated: Relations = { related: () => [] };

/** Of a tenant that does not exist: everybody is a stranger there. */
export function emptyFacts(tenant: string, now: Date): Facts {
  return { tenant: { id: tenant, properties: {} }, now, relations: unrelated, subject: () => stranger };
}

/** Answers a question from what was read. Pure, and it never throws. */
export function decide(policy: Policy, facts: Facts, asked: Asked): Decision {
  const { subject, claims, action, actionProperties = {}, context = {}, resource } = asked;
  const known = facts.subject(subject);
  const question: AccessQuestion = {
    subject: {
      type: subject.type === 'service-account' ? 'service-account' : 'user',
      id: subject.id,
      roles: known.roles,
      properties: { ...claims, ...known.properties },
    },
    action,
    actionProperties,
    resource,
    tenant: facts.tenant,
    context,
    now: facts.now,
  };
  return policy.check(question, known.standing === 'none' ? unrelated : facts.relations);
}

/** The one subject as the ids to read, by type; another type is nobody's. */
export function namedOnly({ type, id }: SubjectName): {
  readonly users: readonly string[];
  readonly accounts: readonly string[];
} {
  return { users: type === 'user' ? [id] : [], accounts: type === 'service-account' ? [id] : [] };
}
