import type { Session } from '../../../../db/contract.ts';
import type { DraftChange } from '../../../../engine/changeset/draft-change.ts';
import type { Somebody, ToldEffect, ToldImpact } from '../../../../engine/changeset/impact.ts';
import { isSticky } from '../../delivery/sticky/memory-of.ts';
import { selectUnitsOf, type Unit } from '../../delivery/sticky/queries.ts';
import { selectExposedUnits } from '../../experiments/exposures/queries.ts';
import { compileFlag } from '../../ruleset/compile-flag.ts';
import { grouped } from '../entitlements/value-text.ts';

/** More are not looked through while somebody waits for a plan. */
const mostKept = 1_000_000;
/** Nor are more named. */
const mostUnits = 100_000;

/** What is kept of units under the key of a flag that is deleted or renamed: what they were dealt, and that they were. */
export async function unitsImpact(
  changes: readonly DraftChange[],
  session: Session,
): Promise<readonly (ToldImpact | null)[]> {
  const told: (ToldImpact | null)[] = [];
  for (const change of changes) {
    const leaves = change.kind === 'Flag' && (change.action === 'delete' || change.action === 'rename');
    told.push(leaves ? await toldOf(change, session) : null);
  }
  return told;
}

async function toldOf(change: DraftChange, session: Session): Promise<ToldImpact | null> {
  const answers = [await keptVariations(change, session), await exposedUnits(change, session)];
  const effects = answers.flatMap(({ effect }) => effect ?? []);
  const unknown = answers.flatMap(({ open }) => open ?? []);
  return effects.length === 0 && unknown.length === 0 ? null : { effects, unknown, none: '' };
}

interface Told {
  readonly effect?: ToldEffect;
  readonly open?: ToldImpact['unknown'][number];
}

/** A rename takes them along; a delete leaves them to be forgotten, unless the flag comes back. */
async function keptVariations({ action, before, from, key }: DraftChange, session: Session): Promise<Told> {
  if (before === null || !isSticky(compileFlag(from ?? key, before))) return {};
  const isRenamed = action === 'rename';
  const figure = isRenamed ? 'unitsKeepingVariation' : 'unitsLosingVariation';
  const units = await selectUnitsOf(session, from ?? key, {
    lookedThrough: mostKept,
    most: mostUnits + 1,
  });
  if (units === null) {
    const reason = `how many units keep what its sticky rollout dealt them is not known: more than ${grouped(mostKept)} are kept of all flags together`;
    return { open: { reason, figures: [figure] } };
  }
  const end = isRenamed ? 'it under its new name' : 'it no more';
  return told(units, figure, (count) =>
    count === 1
      ? `1 unit that was dealt a variation for good keeps ${end}`
      : `${grouped(count)} units that were dealt a variation for good keep ${end}`,
  );
}

/** What was reported stays under the key that it was reported for. */
async function exposedUnits({ before, from, key }: DraftChange, session: Session): Promise<Told> {
  if (before?.['experiment'] === undefined) return {};
  const units = await selectExposedUnits(session, from ?? key, mostUnits + 1);
  return told(units, 'unitsLeavingResults', (count) =>
    count === 1
      ? '1 unit that took part in its experiment is left out of its results'
      : `${grouped(count)} units that took part in its experiment are left out of its results`,
  );
}

function told(units: readonly Unit[], figure: string, text: (count: number) => string): Told {
  if (units.length === 0) return {};
  if (units.length > mostUnits) {
    const reason = `${text(mostUnits)}, and more that are not counted`;
    return { open: { reason, figures: [figure] } };
  }
  // Whoever asked is a tenant, or nobody in particular, who is kept in two ways.
  const who = new Map(
    units.map(({ tenantId, unit }): [string, Somebody] => {
      const of = tenantId === '' || tenantId === '-' ? {} : { tenant: tenantId };
      return [JSON.stringify([unit, of]), { name: unit, subject: { type: 'unit', id: unit }, ...of }];
    }),
  );
  return { effect: { figure, text: text(who.size), groups: [{ who: [...who.values()], what: {} }] } };
}
