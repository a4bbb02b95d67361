import type { Json, JsonObject } from '../../../engine/json.ts';
import { entriesOf, listOf, numberOf, objectOf, textOf } from '../../../engine/json-fields.ts';
import type { Deal, Rollout, Serving } from '../evaluation/ruleset.ts';
import { unitPath } from '../conditions/unit-path.ts';
import { buckets, type DealDefaults, dealOf } from '../conditions/deal.ts';

/** A variation by name, or a rollout. */
export function compileServing(serving: Json, defaults: DealDefaults): Serving {
  if (typeof serving === 'string') return { variation: serving };
  return { rollout: compileRollout(objectOf(serving), defaults) };
}

function compileRollout(written: JsonObject, defaults: DealDefaults): Rollout {
  const deal = dealOf(written, defaults);
  const shares = sharesOf(written['rollout']);
  const exposed = numberOf(written['exposure']) ?? 100;
  return {
    by: unitPath(written['by']),
    deal,
    ...(isGrowthBook(deal) ? { parts: coveredParts(shares, exposed) } : partsOf(shares, deal, exposed)),
    ...(written['sticky'] === true ? { sticky: true } : {}),
  };
}

interface Share {
  readonly variation: string | null;
  readonly percent: number;
}

/** By name where nothing else is written: the files' order of fields means nothing, and does not last. */
function sharesOf(rollout: Json | undefined): readonly Share[] {
  if (Array.isArray(rollout)) {
    return listOf(rollout)
      .map(objectOf)
      .map((part) => ({ variation: textOf(part['serve']) ?? null, percent: numberOf(part['percent']) ?? 0 }));
  }
  return entriesOf(rollout)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([variation, percent]) => ({ variation, percent: numberOf(percent) ?? 0 }));
}

function partsOf(shares: readonly Share[], deal: Deal, exposed: number): Pick<Rollout, 'parts' | 'exposure'> {
  const parts: Rollout['parts'][number][] = [];
  let upTo = 0;
  for (const { percent, variation } of shares) {
    if (buckets(percent) === 0) continue;
    upTo += buckets(percent);
    parts.push({ variation, upTo });
  }
  if (exposed === 100) return { parts };
  return { parts, exposure: { deal: { hash: 'murmur3', salt: `${deal.salt}.exposure` }, upTo: buckets(exposed) } };
}

function isGrowthBook({ hash }: Deal): boolean {
  return hash === 'growthbook' || hash === 'growthbook-v2';
}

/** That product has one hash for both: of each variation's part, the first so many percent take part. */
function coveredParts(shares: readonly Share[], exposed: number): Rollout['parts'] {
  const parts: Rollout['parts'][number][] = [];
  let begin = 0;
  for (const { percent, variation } of shares) {
    const end = begin + buckets(percent);
    const covered = begin + Math.round((buckets(percent) * exposed) / 100);
    if (covered > begin) parts.push({ variation, upTo: covered });
    if (end > covered) parts.push({ variation: null, upTo: end });
    begin = end;
  }
  return parts;
}
