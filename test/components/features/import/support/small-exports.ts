// Exports of a flag or two in which all is usual but for what a case is about.

const onOff = { on: true, variations: [true, false], offVariation: 1, fallthrough: { variation: 1 } };

/** As LaunchDarkly's SDKs read flags: on or off, off to everybody but where said otherwise. */
export function launchDarklyFlags(flags: { readonly [key: string]: object }, segments: object = {}): object {
  const keyed = Object.entries(flags).map(([key, flag]) => [key, { key, salt: 's', ...onOff, ...flag }]);
  return { flags: Object.fromEntries(keyed), segments };
}

/** Rules that serve the first variation to whoever fits this clause. */
export function ruleOf(clause: object): readonly object[] {
  return [{ clauses: [{ attribute: 'x', op: 'in', values: ['a'], ...clause }], variation: 0 }];
}

export function unleashFeature(name: string, more: object = {}): object {
  return { name, enabled: true, strategies: [{ name: 'default' }], ...more };
}

/** Features `f0`, `f1` and so on of Unleash, each open to those who meet its constraint. */
export function constrainedFeatures(constraints: readonly object[]): object {
  return {
    features: constraints.map((constraint, index) =>
      unleashFeature(`f${index}`, { strategies: [{ name: 'default', constraints: [constraint] }] }),
    ),
  };
}

/** Features of GrowthBook by key, false to everybody whom no rule forces. */
export function growthBookFeatures(rules: { readonly [key: string]: object }, savedGroups: object = {}): object {
  const features = Object.entries(rules).map(([key, rule]) => [key, { defaultValue: false, rules: [rule] }]);
  return { features: Object.fromEntries(features), savedGroups };
}

/** Flags of flagd by key, on and off by their targeting, and off where that leaves it open. */
export function flagdFlags(targetings: { readonly [key: string]: object }, $evaluators: object = {}): object {
  const flag = { state: 'ENABLED', variants: { on: true, off: false }, defaultVariant: 'off' };
  const flags = Object.entries(targetings).map(([key, targeting]) => [key, { ...flag, targeting }]);
  return { flags: Object.fromEntries(flags), $evaluators };
}
