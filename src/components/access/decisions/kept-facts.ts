import type { Session } from '../../../db/contract.ts';
import { BoundedMap } from '../../../engine/bounded-map.ts';
import type { VersionedFacts } from './queries.ts';
import { relationsOf } from './relation-graph.ts';
import { type Asked, type Facts, type SubjectFacts, unrelated } from './situation.ts';
import { nameOf, toTuple } from './stored-facts.ts';
import { tuplesBetween } from './tuples-between.ts';

/** Subjects, and pairs of resource and subject, of which something is kept; mostly some hundred bytes each. */
const capacity = 20_000;
/** Tenants of which something is kept. */
const mostTenants = 2_000;
/** Characters of one of them, its name included: what outsiders name and store must not fill the memory. Others are read each time. */
const [mostOfOne, mostOfTenant] = [1_000, 10_000];
/** Milliseconds: what somebody wrote past Dream, raising no version, counts after this time at the latest. */
const mostAge = 60_000;

/** What is known of a tenant, and at which version and revision. */
interface KeptTenant {
  /** Unlike that of any other time that the tenant was read anew: what was found under the one before is found no more. */
  readonly generation: number;
  readonly version: number;
  readonly revision: number;
  readonly since: Date;
  readonly tenant: Facts['tenant'];
}

/** What answers questions without reading anything, as long as the tenant's version and the revision hold. */
export interface KeptAnswers {
  readonly version: number;
  readonly revision: number;
  /** What one of the questions is decided with. */
  readonly factsFor: (asked: Asked) => Facts;
}

/**
 * Facts of questions that were asked before. Whoever decides by them has the database refuse the commit where they
 * hold no more (`refuseStale`), and so none of them is ever the ground of an answer that reading them anew would not
 * have given. Guests are not kept: their grants end by the clock, without a version.
 */
export class KeptFacts {
  readonly #tenants = new BoundedMap<KeptTenant>(mostTenants);
  readonly #subjects = new BoundedMap<SubjectFacts>(capacity);
  readonly #relations = new BoundedMap<Facts['relations']>(capacity);
  #generations = 0;

  /** Null where any of the questions needs something that is not kept. */
  find({ environmentId }: Session, tenant: string, questions: readonly Asked[], now: Date): KeptAnswers | null {
    const kept = this.#tenants.get(tenantName(environmentId, tenant));
    if (kept === undefined || !isFresh(kept, now)) return null;
    const facts = new Map<Asked, Facts>();
    for (const asked of questions) {
      const subject = this.#subjects.get(subjectName(kept, asked));
      const relations = this.#relations.get(pairName(kept, asked));
      if (subject === undefined || relations === undefined) return null;
      facts.set(asked, { tenant: kept.tenant, now, relations, subject: () => subject });
    }
    const factsFor = (asked: Asked): Facts => {
      const found = facts.get(asked);
      if (found === undefined) throw new RangeError('a question was not asked');
      return found;
    };
    return { version: kept.version, revision: kept.revision, factsFor };
  }

  /** Keeps what was read for these questions, and made `facts` of. */
  keep(
    { environmentId }: Session,
    tenant: string,
    questions: readonly Asked[],
    { stored, facts }: { readonly stored: VersionedFacts; readonly facts: Facts },
  ): void {
    const kept = this.#keepTenant(environmentId, tenant, stored, facts);
    if (kept === null) return;
    const guests = new Set(stored.grants.map(({ user }) => nameOf({ type: 'user', id: user })));
    const tuples = Map.groupBy(stored.tuples.map(toTuple), ({ resource }) => nameOf(resource));
    for (const asked of questions) {
      if (guests.has(nameOf(asked.subject))) continue;
      const subject = facts.subject(asked.subject);
      keepSmall(this.#subjects, { name: subjectName(kept, asked), of: subject, value: subject });
      const between = tuplesBetween(asked, tuples);
      const relations = between.length === 0 ? unrelated : relationsOf(between);
      keepSmall(this.#relations, { name: pairName(kept, asked), of: between, value: relations });
    }
  }

  /** Something of one of these tenants has changed. */
  forget({ environmentId }: Session, tenants: Iterable<string>): void {
    for (const tenant of tenants) this.#tenants.delete(tenantName(environmentId, tenant));
  }

  /**
   * Who reads at the same version and revision adds to what is kept, and who reads later begins anew. Null where nothing
   * is to be kept: of what somebody read before all this, and answers only now.
   */
  #keepTenant(
    environmentId: string,
    tenant: string,
    { version, revision }: VersionedFacts,
    { now, tenant: known }: Facts,
  ): KeptTenant | null {
    const name = tenantName(environmentId, tenant);
    const before = this.#tenants.get(name);
    if (before !== undefined && isFresh(before, now)) {
      if (before.version === version && before.revision === revision) return before;
      if (before.version > version || before.revision > revision) return null;
    }
    if (JSON.stringify(known).length > mostOfTenant) return null;
    this.#generations += 1;
    const kept = { generation: this.#generations, version, revision, since: now, tenant: known };
    this.#tenants.set(name, kept);
    return kept;
  }
}

/** Keeps a value unless it is large, which what it is made of tells. */
function keepSmall<Value>(
  map: BoundedMap<Value>,
  { name, of, value }: { readonly name: string; readonly of: object; readonly value: Value },
): void {
  if (name.length + JSON.stringify(of).length <= mostOfOne) map.set(name, value);
}

function isFresh({ since }: KeptTenant, now: Date): boolean {
  const age = now.getTime() - since.getTime();
  return age >= 0 && age < mostAge;
}

function tenantName(environmentId: string, tenant: string): string {
  return `${environmentId}\0${tenant}`;
}

function subjectName({ generation }: KeptTenant, { subject }: Asked): string {
  return `${generation}\0${nameOf(subject)}`;
}

function pairName({ generation }: KeptTenant, { resource, subject }: Asked): string {
  // Also by the type of the subject: of one that nobody has, no relationships are read, whoever else has that id.
  return resource.id === null ? `${generation}` : `${generation}\0${resource.type}\0${resource.id}\0${nameOf(subject)}`;
}
