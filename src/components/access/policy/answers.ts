import type { Asked } from './asked.ts';
import { type BoundedGrant, waysToApply } from './bounded-grant.ts';
import type { Decision } from './contract.ts';
import type { Lineage } from './lineage.ts';
import type { Refuse } from './refusals.ts';

/** What a set of roles says to what is asked. */
export interface Answer {
  /** Yes or no, without looking at anything else. */
  readonly decision: Decision | null;
  /** Grants that say yes to some; empty when `decision` says it all. */
  readonly bounded: readonly BoundedGrant[];
}

export type FindAnswer = (roles: readonly string[], asked: Asked) => Answer;

/** Answers are kept by the set of roles, as many as are worth their room; then it begins anew. */
const mostAnswers = 100_000;

/**
 * Finds answers and keeps them. The very list of roles that was held last is recognised at once; but a list can be
 * written to, so what it holds is compared each time: an answer that no longer follows from it must never be given.
 */
export function createFindAnswer(lineage: Lineage, refuse: Refuse): FindAnswer {
  const sets = new Map<string, KeptSet>();
  let last: KeptSet = { roles: [], answers: new Map() };
  let count = 0;

  function setOf(held: readonly string[]): KeptSet {
    const name = held.join('\n');
    const known = sets.get(name);
    if (known !== undefined && isSame(known.roles, held)) return known;
    const set = { roles: [...held], answers: new Map<Asked, Answer>() };
    sets.set(name, set);
    return set;
  }

  function answer(held: readonly string[], asked: Asked): Answer {
    const bounded: BoundedGrant[] = [];
    for (const role of held) {
      for (const grant of lineage.grantsOn(role, asked.type.key)) {
        for (const way of waysToApply(role, grant, asked)) {
          // One way that always applies makes the others superfluous.
          if (way.condition === undefined && way.scope === undefined) return { decision: way.decision, bounded: [] };
          bounded.push(way);
        }
      }
    }
    const isSettled = bounded.length === 0 && asked.relations.length === 0;
    return { decision: isSettled ? refuse({ roles: held }, asked.permission, 'no-grant', []) : null, bounded };
  }

  return (held, asked) => {
    if (!isSame(last.roles, held)) last = setOf(held);
    const known = last.answers.get(asked);
    if (known !== undefined) return known;
    const found = answer(last.roles, asked);
    if (++count > mostAnswers) {
      count = 0;
      sets.clear();
      last = { roles: last.roles, answers: new Map() };
    }
    last.answers.set(asked, found);
    return found;
  };
}

interface KeptSet {
  readonly roles: readonly string[];
  readonly answers: Map<Asked, Answer>;
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}
