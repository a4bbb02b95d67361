import { createHash } from 'node:crypto';
import { toJson } from '../to-json.ts';
import { canonicalJson } from '../canonical-json.ts';
import { compareTexts, identityOf } from './affected-identity.ts';
import {
  type Effect,
  type Impact,
  type ImpactTotals,
  mostListed,
  mostListedTogether,
  type Somebody,
  type ToldEffect,
  type ToldImpact,
} from './impact.ts';
import { sampledFigures } from './figures.ts';
import { listAffected, rememberSorted } from './list-affected.ts';

/** Impacts as a changeset carries them: counted and hashed in full, listed as far as is sensible. */
export function finishImpacts(told: readonly ToldImpact[]): readonly Impact[] {
  const hashOf = rememberHashes();
  const inOrder = rememberSorted();
  let room = mostListedTogether;
  return told.map((impact) => {
    const effects = impact.effects.map((effect): Effect => {
      const affected = listAffected(effect, Math.min(mostListed, room), inOrder);
      room -= affected.length;
      return { figure: effect.figure, text: effect.text, count: countIn([effect]), affected };
    });
    return finishImpact(impact, effects, hashOf);
  });
}

/** Everybody counted once for each figure, over all changes. */
export function impactTotals(told: readonly ToldImpact[]): ImpactTotals {
  return {
    figures: countFigures(told.flatMap(({ effects }) => effects)),
    unknownFigures: unknownFigures(told),
  };
}

function finishImpact(told: ToldImpact, effects: readonly Effect[], hashOf: HashOf): Impact {
  const unknownReasons = told.unknown.map(({ reason }) => reason);
  const sentences = [...effects.map(({ text }) => text), ...unknownReasons];
  const reason = sentences.length === 0 ? told.none : sentences.join('; ');
  const open = unknownFigures([told]);
  const rest = open.length === 0 ? {} : { unknownFigures: open };
  if (effects.length === 0) return { status: unknownReasons.length === 0 ? 'none' : 'unknown', reason, ...rest };
  // That something refers to it says nothing of people.
  const felt = effects.some(({ figure }) => figure !== 'references') || unknownReasons.length === 0;
  return {
    status: felt ? 'some' : 'unknown',
    reason,
    figures: countFigures(told.effects),
    ...rest,
    ...(unknownReasons.length === 0 ? {} : { unknownReasons }),
    effects,
    affectedHash: hashAffected(told.effects, hashOf),
  };
}

function unknownFigures(told: readonly ToldImpact[]): readonly string[] {
  return [...new Set(told.flatMap(({ unknown }) => unknown.flatMap(({ figures }) => figures)))].sort();
}

function countFigures(effects: readonly ToldEffect[]): Readonly<Record<string, number>> {
  const figures = Map.groupBy(effects, (effect) => effect.figure);
  return Object.fromEntries(
    [...figures].sort(([a], [b]) => (a < b ? -1 : 1)).map(([figure, all]) => [figure, countIn(all)]),
  );
}

/** Groups that are one and the same array, or stand in one effect, need not be looked into. */
function countIn(effects: readonly ToldEffect[]): number {
  const groups = new Set(effects.flatMap((effect) => effect.groups.map(({ who }) => who)));
  if (effects.length === 1) return [...groups].reduce((sum, { length }) => sum + length, 0);
  const identities = new Set<string>();
  for (const group of groups) for (const one of group) identities.add(identityOf(one));
  return identities.size;
}

type HashOf = (who: readonly Somebody[]) => string;

function rememberHashes(): HashOf {
  const known = new Map<readonly Somebody[], string>();
  return (who) => {
    const before = known.get(who);
    if (before !== undefined) return before;
    const hash = createHash('sha256').update(who.map(identityOf).sort(compareTexts).join('\n\n')).digest('hex');
    known.set(who, hash);
    return hash;
  };
}

/** Everybody, listed or not, and what becomes of them; of a sample the latter alone. */
function hashAffected(effects: readonly ToldEffect[], hashOf: HashOf): string {
  const hash = createHash('sha256');
  for (const { figure, groups } of effects) {
    const nameless = sampledFigures.has(figure);
    const parts = groups.map(({ what, who }) => `${nameless ? '' : hashOf(who)} ${canonicalJson(toJson(what))}`);
    hash.update(`${figure}\n${parts.sort(compareTexts).join('\n')}\n\n`);
  }
  return hash.digest('hex');
}
