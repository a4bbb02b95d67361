import type { Session } from '../../../../db/contract.ts';
import { canonicalJson } from '../../../../engine/canonical-json.ts';
import type { DraftChange } from '../../../../engine/changeset/draft-change.ts';
import type { ToldEffect, ToldImpact } from '../../../../engine/changeset/impact.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import type { ImpactContext, TellImpact } from '../../../contract.ts';
import type { Ruleset } from '../../evaluation/ruleset.ts';
import { readSeenContexts } from '../../reports/seen/queries.ts';
import { grouped } from '../entitlements/value-text.ts';
import { flagEvaluators } from './flag-evaluators.ts';
import { type ComparedFlag, type FlagStates, flagStates, renames } from './flag-states.ts';
import { type Flip, FlipCounter } from './flips.ts';
import type { Given } from './given.ts';
import type { KnownTranslations } from './known-translations.ts';
import { restsOn } from './rests-on.ts';

const figure = 'contextsFlipped';
const kinds: ReadonlySet<string> = new Set(['Flag', 'Segment', 'Entitlement']);

/**
 * Which of the contexts seen lately get something else of a flag: of the changed flag itself, and of every flag that
 * rests on what changes. The whole changeset is taken together; a flip that several changes stand behind is told with
 * each of these, and with no other.
 */
export function flagImpact(known: KnownTranslations): TellImpact {
  return async (changes, session, context) => {
    if (!changes.some(({ before, kind }) => kinds.has(kind) && before !== null)) return changes.map(untouched);
    const states = await flagStates(session, context.changeset, known);
    const touched = touchedBy(changes, states, context.changeset);
    const counter = await countFlips(touchingBy(touched), states, session, context);
    return changes.map((change) => {
      const of = touched.get(change) ?? [];
      if (of.length === 0) return untouched(change);
      return toldOf(change, {
        contexts: counter?.contexts ?? 0,
        flips: counter?.flipsBy(change) ?? [],
        hidden: new Set(of.flatMap((flag) => [...(counter?.hiddenFrom(flag) ?? [])])),
      });
    });
  };
}

/** For each flag, the changes that it may answer otherwise for. */
function touchingBy(
  touched: ReadonlyMap<DraftChange, readonly ComparedFlag[]>,
): ReadonlyMap<ComparedFlag, readonly DraftChange[]> {
  const pairs = [...touched].flatMap(([change, flags]) => flags.map((flag) => ({ change, flag })));
  const byFlag = Map.groupBy(pairs, ({ flag }) => flag);
  return new Map([...byFlag].map(([flag, some]) => [flag, some.map(({ change }) => change)]));
}

/** Undefined where no contexts have been seen: then there is nothing to evaluate, and so nothing to compile. */
async function countFlips(
  touching: ReadonlyMap<ComparedFlag, readonly DraftChange[]>,
  states: FlagStates,
  session: Session,
  context: ImpactContext,
): Promise<FlipCounter | undefined> {
  if (touching.size === 0) return undefined;
  let counter: FlipCounter | undefined;
  for await (const some of readSeenContexts(session, states.before.ruleset.sensitive ?? {})) {
    counter ??= new FlipCounter(await flagEvaluators(session, context, states, [...touching.keys()]), touching);
    counter.add(some);
  }
  return counter;
}

/** For each change, the flags that may answer otherwise for it, by key. */
function touchedBy(
  changes: readonly DraftChange[],
  states: FlagStates,
  changeset: readonly DraftChange[],
): ReadonlyMap<DraftChange, readonly ComparedFlag[]> {
  const [before, after] = [states.before.ruleset, states.after.ruleset];
  const renamed = renames(changeset, 'Flag');
  const flags = Object.keys(before.flags).map((key) => {
    const flag: ComparedFlag = { before: key, after: renamed.get(key) ?? key };
    return { flag, was: restsOn(before, flag.before), is: restsOn(after, flag.after) };
  });
  return new Map(
    changes.flatMap((change) => {
      const { from, key, kind } = change;
      if (!kinds.has(kind) || change.before === null) return [];
      const [former, present] = [from ?? key, key];
      if (rulesOf(before, kind, former) === rulesOf(after, kind, present)) return [];
      const resting = flags.filter(({ is, was }) => was.has(`${kind}/${former}`) || is.has(`${kind}/${present}`));
      return [[change, resting.map(({ flag }) => flag)] as const];
    }),
  );
}

/** What an evaluation sees of it; undefined where none looks at it. */
function rulesOf(ruleset: Ruleset, kind: string, key: string): string | undefined {
  const entries = kind === 'Flag' ? ruleset.flags : kind === 'Segment' ? ruleset.segments : ruleset.entitlements;
  // Plain JSON by its making.
  return Object.hasOwn(entries, key) ? canonicalJson(entries[key] as JsonObject) : undefined;
}

/** No flag can answer otherwise for it. What else an entitlement means is told elsewhere. */
function untouched({ before, kind }: DraftChange): ToldImpact | null {
  if (kind === 'ContextKind')
    return { effects: [], unknown: [], none: 'it changes what is reported, and no evaluation' };
  if (before === null || (kind !== 'Flag' && kind !== 'Segment')) return null;
  const none = kind === 'Flag' ? 'only fields change that no evaluation looks at' : 'no flag answers otherwise for it';
  return { effects: [], unknown: [], none };
}

interface Found {
  /** That were evaluated. */
  readonly contexts: number;
  readonly flips: readonly Flip[];
  /** Attributes that decide and that no context has. */
  readonly hidden: ReadonlySet<string>;
}

function toldOf(change: DraftChange, { contexts, flips, hidden }: Found): ToldImpact {
  if (contexts === 0) {
    const reason = 'whom it gives another variation is not known: no contexts have been reported for this environment';
    return { effects: [], unknown: [{ reason, figures: [figure] }], none: '' };
  }
  const effects = flips.toSorted(inOrder).map((flip) => effectOf(change, flip));
  const seen = contexts === 1 ? 'the 1 context' : `the ${grouped(contexts)} contexts`;
  const unknown = hidden.size === 0 ? [] : [{ reason: hiddenText([...hidden].toSorted()), figures: [figure] }];
  return { effects, unknown, none: `none of ${seen} seen lately gets another value` };
}

function hiddenText(attributes: readonly string[]): string {
  const names = new Intl.ListFormat('en-GB').format(attributes);
  const are = attributes.length === 1 ? 'is' : 'are';
  return `whom it gives another variation is known in part only: ${names} ${are} sensitive and never reported`;
}

/** Always in one order, which the fingerprint of a changeset rests on. */
function inOrder(left: Flip, right: Flip): number {
  const [a, b] = [left, right].map(({ flag, from, to }) =>
    [flag.after, from?.variation ?? '', to?.variation ?? ''].join('\n'),
  );
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

function effectOf({ key, kind }: DraftChange, { flag, from, to, who }: Flip): ToldEffect {
  const amount = who.length === 1 ? '1 seen context gets' : `${grouped(who.length)} seen contexts get`;
  const elsewhere = kind === 'Flag' && key === flag.after ? '' : `${flag.after}: `;
  const what = { ...(from === null ? {} : { before: from }), ...(to === null ? {} : { after: to }) };
  return { figure, text: `${elsewhere}${amount} ${insteadText(from, to)}`, groups: [{ who, what }] };
}

function insteadText(from: Given, to: Given): string {
  if (from !== null && to !== null && from.variation === to.variation) return `another value of ${to.variation}`;
  const [was, is] = [from, to].map((one) => one?.variation ?? 'the default given in code');
  return `${is} instead of ${was}`;
}
