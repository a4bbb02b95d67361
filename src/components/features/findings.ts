import type { BodyFinding } from '../../engine/model/registry.ts';

/** Every mistake that only this component can see: code → what it means. */
export const findings = {
  'features/rollout-not-whole': 'The percentages of a rollout do not add up to 100.',
  'features/percentage-too-fine': 'A percentage has more than three decimals.',
  'features/mixed-variations': 'The variations of a flag are not all of one type.',
  'features/rule-never-reached': 'A rule stands behind one that fits everybody.',
  'features/target-twice': 'The same user, tenant or device is targeted by two variations.',
  'features/member-twice': 'The same user, tenant or device is both included in a segment and excluded from it.',
  'features/metric-property': 'A metric lacks the property it adds up, or names one it has no use for.',
  'features/part-out-of-order': "An experiment's part of everybody ends before it begins.",
  'features/sensitive-unit': 'An experiment deals by an attribute that no report may tell of.',
  'features/parts-overlap': 'Two experiments of one group have a part of everybody in common.',
  'features/dates-out-of-order': 'Dates do not follow one another.',
  'features/impossible-date': 'A date does not exist in the calendar.',
  'features/value-not-of-type': 'A plan grants a value that does not fit the type of the entitlement.',
  'features/field-not-for-type': 'An entitlement says something that its type has no use for.',
  'features/too-deep':
    'Segments ask for segments, or conditions stand in conditions, further down than an evaluation goes.',
  'features/asks-too-much': 'One answer may take more tests than an evaluation asks.',
  'features/too-many-prerequisites':
    'A flag hangs on other flags further, or on more of them, than an evaluation follows.',
  'features/range-out-of-order': 'The least that may be chosen is more than the most.',
} as const;

export type FeaturesFinding = BodyFinding & { readonly code: keyof typeof findings };
