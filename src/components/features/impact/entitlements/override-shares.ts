import type { Session } from '../../../../db/contract.ts';
import { canonicalJson } from '../../../../engine/canonical-json.ts';
import type { DraftChange } from '../../../../engine/changeset/draft-change.ts';
import type { Somebody } from '../../../../engine/changeset/impact.ts';
import { isInForce } from '../../entitlements/evaluate-entitlements.ts';
import { type OverrideRow, selectOverrides } from '../../entitlements/overrides/queries.ts';
import { compareGranted } from './compare-granted.ts';
import { fitsType, grantedAs } from './plan-value.ts';
import type { PlanShare } from './share-effects.ts';

/** By change: the overrides in force, which decide in place of plans for as long as they are. */
export async function overridesNow(
  changes: readonly DraftChange[],
  session: Session,
  now: Date,
): Promise<ReadonlyMap<DraftChange, readonly OverrideRow[]>> {
  const rows = await selectOverrides(session, { entitlements: changes.map(keyOfOverrides) });
  const byKey = Map.groupBy(rows, ({ entitlement }) => entitlement);
  const moved = new Set(changes.flatMap(({ from }) => from ?? []));
  return new Map(
    changes.map((change) => {
      const key = keyOfOverrides(change);
      // One that is made under the name of another that is renamed finds nothing: the overrides went along.
      const own = change.from === undefined && change.before === null && moved.has(key) ? [] : (byKey.get(key) ?? []);
      const body = change.before ?? change.after;
      return [change, own.filter((row) => body !== null && isInForce(row, now) && fitsType(body, row.value))];
    }),
  );
}

/** Tenants with the same override, as if it were a plan: what it grants may depend on the entitlement's other fields. */
export function overrideShares(
  { after, before }: DraftChange,
  overrides: readonly OverrideRow[],
  nameOf: (tenant: string) => Somebody,
): readonly PlanShare[] {
  const byValue = Map.groupBy(overrides, ({ value }) => canonicalJson(value));
  return [...byValue.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const { value } = first;
    return [
      {
        plan: 'by override',
        difference: compareGranted(grantedAs(before, value), grantedAs(after, value)),
        tenants: rows.map(({ tenantId }) => nameOf(tenantId)),
        ...(before === null ? {} : { before: value }),
        ...(after === null ? {} : { after: value }),
      },
    ];
  });
}

function keyOfOverrides({ from, key }: DraftChange): string {
  return from ?? key;
}
