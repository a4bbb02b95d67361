import type { Json } from '../../engine/json.ts';
import { entriesOf, listOf, numberOf, objectOf } from '../../engine/json-fields.ts';
import { childPointer } from '../../engine/pointer.ts';
import type { FeaturesFinding } from './findings.ts';

/** Everybody is dealt into 100,000 buckets, so a thousandth of a percent is the smallest share there is. */
const bucketsPerPercent = 1000;

/** Mistakes in what a flag serves: `on`, or `{ rollout: { on: 10, off: 90 } }`. */
export function servingFindings(serving: Json | undefined, pointer: string): readonly FeaturesFinding[] {
  const split = objectOf(serving);
  if (split['rollout'] === undefined) return [];
  const at = childPointer(pointer, 'rollout');
  const weights = weightsOf(split['rollout'], at);
  const tooFine = [
    ...weights.flatMap(({ percent, pointer: place }) => fineness(percent, place)),
    ...fineness(split['exposure'], childPointer(pointer, 'exposure')),
  ];
  if (tooFine.length > 0) return tooFine;
  const total = weights.reduce((sum, { percent }) => sum + Math.round((numberOf(percent) ?? 0) * bucketsPerPercent), 0);
  if (weights.length === 0 || total === 100 * bucketsPerPercent) return [];
  const difference = 100 - total / bucketsPerPercent;
  return [
    {
      code: 'features/rollout-not-whole',
      pointer: at,
      atKey: true,
      message: `The percentages add up to ${decimal(total / bucketsPerPercent)}, not 100.`,
      hint: difference > 0 ? `That is ${decimal(difference)} too few.` : `That is ${decimal(-difference)} too many.`,
    },
  ];
}

interface Weight {
  readonly percent: Json | undefined;
  readonly pointer: string;
}

function weightsOf(rollout: Json | undefined, pointer: string): readonly Weight[] {
  if (!Array.isArray(rollout))
    return entriesOf(rollout).map(([name, percent]) => ({ percent, pointer: childPointer(pointer, name) }));
  return listOf(rollout).map((part, index) => ({
    percent: objectOf(part)['percent'],
    pointer: `${childPointer(pointer, index)}/percent`,
  }));
}

/** Percentages of `share` conditions, at any depth. */
export function shareFindings(condition: Json | undefined, pointer: string): readonly FeaturesFinding[] {
  return entriesOf(condition).flatMap(([name, value]) => {
    const at = childPointer(pointer, name);
    if (name === 'share') return fineness(objectOf(value)['percent'], childPointer(at, 'percent'));
    if (name === 'not') return shareFindings(value, at);
    if (name !== 'any' && name !== 'all') return [];
    return listOf(value).flatMap((inner, index) => shareFindings(inner, childPointer(at, index)));
  });
}

export function fineness(value: Json | undefined, pointer: string): readonly FeaturesFinding[] {
  const percent = numberOf(value);
  if (percent === undefined) return [];
  const buckets = percent * bucketsPerPercent;
  if (Math.abs(buckets - Math.round(buckets)) < 1e-6) return [];
  const message = `${percent} has more than three decimals.`;
  return [{ code: 'features/percentage-too-fine', pointer, message, hint: `Write ${decimal(percent)}.` }];
}

function decimal(value: number): string {
  return String(Math.round(value * bucketsPerPercent) / bucketsPerPercent);
}
