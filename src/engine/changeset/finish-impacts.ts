import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import { toJson } from '../to-json.ts';
import {
  type Affected,
  type Effect,
  type Impact,
  type ImpactTotals,
  mostListed,
  mostListedTogether,
  type ToldEffect,
  type ToldImpact,
} from './impact.ts';

/** Impacts as a changeset carries them: counted and hashed in full, listed as far as is sensible. */
export function finishImpacts(told: readonly ToldImpact[]): readonly Impact[] {
  let room = mostListedTogether;
  return told.map((impact) => {
    const effects = impact.effects.map((effect): Effect => {
      const listed = effect.affected.slice(0, Math.min(mostListed, room));
      room -= listed.length;
      return { ...effect, count: effect.affected.length, affected: listed };
    });
    return finishImpact(impact, effects);
  });
}

/** Everybody counted once for each figure, over all changes. */
export function impactTotals(told: readonly ToldImpact[]): ImpactTotals {
  return {
    figures: countFigures(told.flatMap(({ effects }) => effects)),
    unknownFigures: unknownFigures(told),
  };
}

function finishImpact(told: ToldImpact, effects: readonly Effect[]): Impact {
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
    affectedHash: hashAffected(told.effects),
  };
}

function unknownFigures(told: readonly ToldImpact[]): readonly string[] {
  return [...new Set(told.flatMap(({ unknown }) => unknown.flatMap(({ figures }) => figures)))].sort();
}

function countFigures(effects: readonly ToldEffect[]): Readonly<Record<string, number>> {
  const figures: [string, number][] = [];
  for (const [figure, concerned] of Map.groupBy(effects, (effect) => effect.figure)) {
    const [only, ...more] = concerned;
    const amount =
      only !== undefined && more.length === 0
        ? only.affected.length
        : new Set(concerned.flatMap(({ affected }) => affected.map(identityOf))).size;
    if (amount > 0) figures.push([figure, amount]);
  }
  return Object.fromEntries(figures.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Who it is, whatever happens to them. Ids hold no line feeds. */
function identityOf({ tenant = '', subject, resource }: Affected): string {
  return [tenant, subject?.type, subject?.id, resource?.kind, resource?.key].join('\n');
}

/** In full, and piece by piece: the canonical JSON of 100,000 people in one string would be kept twice. */
function hashAffected(effects: readonly ToldEffect[]): string {
  const hash = createHash('sha256');
  for (const { affected, figure } of effects) {
    hash.update(`\n${figure}`);
    for (const { name: _, ...one } of affected) hash.update(`\n${canonicalJson(toJson(one))}`);
  }
  return hash.digest('hex');
}
