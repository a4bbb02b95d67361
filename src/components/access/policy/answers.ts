import type { Answer, BoundedGrant, RoleSet } from './answer.ts';
import { type Asked, permissionOf, type Questions } from './asked.ts';
import { allowOutright, isOnAction, waysToApply } from './bounded-grant.ts';
import type { NearMiss } from './contract.ts';
import { grantsOn, type Lineage } from './lineage.ts';
import type { Refuse } from './refusals.ts';

export type FindAnswer = (roles: readonly string[], asked: Asked) => Answer;

/** Answers are kept by the set of roles, as many as are worth their room; then it begins anew. */
const mostAnswers = 100_000;

/**
 * Finds answers and keeps them. The very list of roles that was held last is recognised at once; but a list can be
 * written to, so what it holds is compared each time: an answer that no longer follows from it must never be given.
 */
export function createFindAnswer(questions: Questions, lineage: Lineage, refuse: Refuse): FindAnswer {
  const sets = new Map<string, RoleSet>();
  let last: RoleSet = { roles: [], lines: [] };
  let count = 0;

  function setOf(held: readonly string[]): RoleSet {
    const name = held.join('\n');
    const known = sets.get(name);
    if (known !== undefined && isSame(known.roles, held)) return known;
    const set = { roles: [...held], lines: held.map((role) => ({ role, line: lineage.lineOf(role) })) };
    sets.set(name, set);
    return set;
  }

  function answer(set: RoleSet, asked: Asked): Answer {
    let bounded: BoundedGrant[] | undefined;
    for (const { line, role } of set.lines) {
      for (const grant of grantsOn(line, asked.type.key)) {
        if (!isOnAction(grant, asked)) continue;
        // One way that always applies makes the others superfluous.
        if (grant.condition === undefined && grant.parts.scope === undefined)
          return { set, decision: allowOutright(role, grant), bounded: noGrants };
        for (const way of waysToApply(role, grant, asked)) {
          if (way.condition === undefined && way.scope === undefined)
            return { set, decision: way.decision, bounded: noGrants };
          bounded ??= [];
          bounded.push(way);
        }
      }
    }
    if (bounded !== undefined) return { set, decision: null, bounded };
    const isSettled = asked.relations.length === 0;
    return {
      set,
      decision: isSettled ? refuse(set, permissionOf(asked), 'no-grant', noMisses) : null,
      bounded: noGrants,
    };
  }

  /** What is kept in `asked` itself is found by going through all that was asked. */
  function beginAnew(): void {
    count = 0;
    sets.clear();
    for (const asked of questions.known()) {
      asked.latest = null;
      asked.others = null;
    }
  }

  function keep(found: Answer, asked: Asked): void {
    if (++count > mostAnswers) beginAnew();
    const { latest } = asked;
    if (latest !== null) {
      asked.others ??= new Map([[latest.set, latest]]);
      asked.others.set(found.set, found);
    }
    asked.latest = found;
  }

  return (held, asked) => {
    if (!isSame(last.roles, held)) last = setOf(held);
    const { latest, others } = asked;
    if (latest !== null && latest.set === last) return latest;
    const known = others?.get(last);
    if (known !== undefined) {
      asked.latest = known;
      return known;
    }
    const found = answer(last, asked);
    keep(found, asked);
    return found;
  };
}

const noGrants: readonly BoundedGrant[] = [];
const noMisses: readonly NearMiss[] = [];

function isSame(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}
