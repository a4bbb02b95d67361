import { type KeyState, type PatternState, unseen } from './key-state.ts';
import { seeAbsent, seePresent } from './patterns/absent.ts';
import { seeCounted } from './patterns/count.ts';
import { seeDistinct } from './patterns/distinct.ts';
import type { Found, Outcome, Sighting } from './patterns/outcome.ts';
import { seeStep } from './patterns/sequence.ts';
import type { Seen } from './rules/compile-rule.ts';
import type { Pattern, Rule } from './rules/rule.ts';

/** What becomes of a state, and whether the alarm is raised. */
export interface Advance {
  readonly state: KeyState;
  readonly raised: Found | null;
}

/** One entry further. Pure, and all that decides about alarms: whoever goes through a chain in its order comes to the same. */
export function advance(rule: Rule, before: KeyState | undefined, sighting: Sighting, seen: Seen): Advance {
  const { pattern, quietUntil } = before ?? unseen;
  const { found, state } = see(rule.pattern, pattern, sighting, seen);
  return concluded(rule, { pattern: state, quietUntil }, found);
}

/** Time goes on and nothing comes; `now` is a moment of which all entries have been seen. Null: nothing changes. */
export function wait(rule: Rule, { pattern, quietUntil }: KeyState, now: number): Advance | null {
  if (rule.pattern.is !== 'absent' || pattern?.is !== 'absent') return null;
  const missed = seeAbsent(rule.pattern, pattern.watched, now);
  if (missed === null) return null;
  return concluded(rule, { pattern: { is: 'absent', watched: missed.state }, quietUntil }, missed.found);
}

function see(
  pattern: Pattern,
  state: PatternState | null,
  sighting: Sighting,
  { steps, value }: Seen,
): Outcome<PatternState> {
  switch (pattern.is) {
    case 'each': {
      const { happened, known, sequence } = sighting;
      return { state: null, found: { at: happened, known, from: happened, to: happened, count: 1, sequence } };
    }
    case 'count':
      return kept(seeCounted(pattern, state?.is === 'count' ? state.moments : [], sighting), (moments) => ({
        is: 'count',
        moments,
      }));
    case 'distinct':
      return kept(
        seeDistinct(pattern, state?.is === 'distinct' ? state.values : [], sighting, value ?? ''),
        (values) => ({ is: 'distinct', values }),
      );
    case 'sequence':
      return kept(seeStep(pattern, state?.is === 'steps' ? state.taken : [], sighting, steps), (taken) => ({
        is: 'steps',
        taken,
      }));
    case 'absent':
      return kept(seePresent(pattern, state?.is === 'absent' ? state.watched : null, sighting), (watched) => ({
        is: 'absent',
        watched,
      }));
  }
}

function kept<T>({ state, ...rest }: Outcome<T>, keep: (state: T) => PatternState): Outcome<PatternState> {
  return { ...rest, state: state === null ? null : keep(state) };
}

/**
 * The cooldown decides about alarms only: patterns are looked for and used up while it lasts as at any time. It is
 * measured by when entries were written: whoever can date what he reports must not silence an alarm by that. And it lasts
 * no longer from now on than it is long: what was written by a clock that is ahead is no reason to.
 */
function concluded(rule: Rule, { pattern, quietUntil }: KeyState, found: Found | undefined): Advance {
  if (found === undefined) return { state: { pattern, quietUntil }, raised: null };
  const until = found.known + rule.cooldown;
  if (quietUntil !== null && found.known < quietUntil) {
    return { state: { pattern, quietUntil: Math.min(quietUntil, until) }, raised: null };
  }
  return { state: { pattern, quietUntil: rule.cooldown === 0 ? quietUntil : until }, raised: found };
}
