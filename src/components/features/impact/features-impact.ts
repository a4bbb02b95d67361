import type { ToldImpact } from '../../../engine/changeset/impact.ts';
import type { TellImpact } from '../../contract.ts';
import { entitlementImpact } from './entitlements/entitlement-impact.ts';
import { flagImpact } from './flags/flag-impact.ts';
import { KnownTranslations } from './flags/known-translations.ts';
import { unitsImpact } from './flags/units-impact.ts';

/** Who would feel changes to features: what everybody says who knows something of a change, together. */
export function featuresImpact(): TellImpact {
  // One for each thing that may be felt of features; each answers null for changes that it knows nothing of.
  const tellers: readonly TellImpact[] = [entitlementImpact, flagImpact(new KnownTranslations()), unitsImpact];
  return async (changes, session, context) => {
    const told: (readonly (ToldImpact | null)[])[] = [];
    for (const tell of tellers) told.push(await tell(changes, session, context));
    return changes.map((_, index) => together(told.map((answers) => answers[index] ?? null)));
  };
}

function together(answers: readonly (ToldImpact | null)[]): ToldImpact | null {
  const known = answers.filter((answer) => answer !== null);
  const [first] = known;
  if (first === undefined || known.length === 1) return first ?? null;
  return {
    effects: known.flatMap(({ effects }) => effects),
    unknown: known.flatMap(({ unknown }) => unknown),
    none: known.map(({ none }) => none).join(', and '),
  };
}
