import type { Component, TellImpact } from '../../components/contract.ts';

/** Who tells the impact of a component's kinds, by the component's name. */
export function bindImpacts(components: readonly Component[]): ReadonlyMap<string, TellImpact> {
  return new Map(components.flatMap(({ impact, name }) => (impact === undefined ? [] : [[name, impact()] as const])));
}
