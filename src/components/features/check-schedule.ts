import type { Json } from '../../engine/json.ts';
import { listOf, objectOf, textOf } from '../../engine/json-fields.ts';
import { dateFindings, orderFindings } from './check-dates.ts';
import { servingFindings } from './check-percentages.ts';
import type { FeaturesFinding } from './findings.ts';

export function scheduleFindings(schedule: Json | undefined): readonly FeaturesFinding[] {
  const steps = listOf(schedule).map(objectOf);
  const dates = steps.map((step, index) => ({ text: textOf(step['at']), pointer: `/schedule/${index}/at` }));
  return [
    ...dateFindings(dates),
    ...orderFindings(dates),
    ...steps.flatMap((step, index) => servingFindings(step['fallthrough'], `/schedule/${index}/fallthrough`)),
  ];
}
