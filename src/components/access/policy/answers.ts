import type { Asked } from './asked.ts';
import { type BoundedGrant, waysToApply } from './bounded-grant.ts';
import type { CompiledRole } from './compiled-role.ts';
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

/**
 * Answers are kept twice: by role, so that a set of roles never seen before costs one look-up for each of them;
 * and by the very array of roles, for callers that hold on to theirs. An array can be written to, so what it
 * held is compared each time: an answer that no longer follows from it must never be given.
 */
export function createFindAnswer(
  roles: ReadonlyMap<string, CompiledRole>,
  lineage: Lineage,
  refuse: Refuse,
): FindAnswer {
  const byRole = new WeakMap<Asked, Map<string, Answer>>();
  const bySet = new WeakMap<readonly string[], KeptSet>();

  function answerOfRole(role: string, asked: Asked, kept: Map<string, Answer>): Answer {
    const known = kept.get(role);
    if (known !== undefined) return known;
    const answer = settled(lineage.grantsOf(role).flatMap((grant) => waysToApply(role, grant, asked)));
    // Names that are no roles are without number, and are not kept.
    if (roles.has(role)) kept.set(role, answer);
    return answer;
  }

  function answerOfRoles(held: readonly string[], asked: Asked): Answer {
    let kept = byRole.get(asked);
    if (kept === undefined) byRole.set(asked, (kept = new Map()));
    let bounded: BoundedGrant[] | undefined;
    for (const role of held) {
      const answer = answerOfRole(role, asked, kept);
      if (answer.decision !== null) return answer;
      if (answer.bounded.length > 0) (bounded ??= []).push(...answer.bounded);
    }
    if (bounded !== undefined) return { decision: null, bounded };
    if (asked.relations.length > 0) return nothing;
    return { decision: refuse({ roles: [...held] }, asked.permission, 'no-grant', []), bounded: [] };
  }

  return (held, asked) => {
    let set = bySet.get(held);
    if (set === undefined || !isSame(set.roles, held))
      bySet.set(held, (set = { roles: [...held], answers: new Map() }));
    const known = set.answers.get(asked);
    if (known !== undefined) return known;
    const answer = answerOfRoles(held, asked);
    set.answers.set(asked, answer);
    return answer;
  };
}

interface KeptSet {
  readonly roles: readonly string[];
  readonly answers: Map<Asked, Answer>;
}

const nothing: Answer = { decision: null, bounded: [] };

/** One way that always applies makes the others superfluous. */
function settled(ways: readonly BoundedGrant[]): Answer {
  const certain = ways.find(({ condition, scope }) => condition === undefined && scope === undefined);
  if (certain !== undefined) return { decision: certain.decision, bounded: [] };
  return ways.length === 0 ? nothing : { decision: null, bounded: ways };
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}
