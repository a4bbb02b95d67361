import type { ToldImpact } from '../../../engine/changeset/impact.ts';
import type { Component } from '../../contract.ts';
import { entitlementImpact } from './entitlements/entitlement-impact.ts';

type TellImpact = NonNullable<Component['impact']>;

/** One for each kind, or group of kinds, that this component can tell the impact of; each answers null for the others. */
const tellers: readonly TellImpact[] = [entitlementImpact];

/** Who would feel changes to features: each change is told by whoever knows its kind. */
export const featuresImpact: TellImpact = async (changes, session, context) => {
  const told: (readonly (ToldImpact | null)[])[] = [];
  for (const tell of tellers) told.push(await tell(changes, session, context));
  return changes.map((_, index) => told.map((answers) => answers[index] ?? null).find((one) => one !== null) ?? null);
};
