import type { Session } from '../../../../db/contract.ts';
import type { DraftChange } from '../../../../engine/changeset/draft-change.ts';
import type { ToldEffect, ToldImpact } from '../../../../engine/changeset/impact.ts';
import { textOf } from '../../../../engine/json-fields.ts';
import type { ImpactContext } from '../../../contract.ts';
import { countIn } from '../../entitlements/counts/counted-here.ts';
import { periodAt } from '../../entitlements/counts/period.ts';
import { isCounted, selectCounts } from '../../entitlements/counts/queries.ts';
import { limitIn } from './plan-value.ts';
import { groupsOf, type PlanShare, tenantsIn } from './share-effects.ts';
import { grouped } from './value-text.ts';

const figure = 'tenantsOverLimit';

/**
 * Tenants that already use more than a lowered limit, than one that is new to them, or than the limit on another meter.
 * What is counted was counted before there was a limit: a meter counts for whoever is on no plan that names it as well.
 */
export async function tenantsOverLimit(
  change: DraftChange,
  shares: readonly PlanShare[],
  session: Session,
  context: ImpactContext,
): Promise<Pick<ToldImpact, 'effects' | 'unknown'>> {
  const lowered = shares.filter((share) => isLowered(change, share));
  if (lowered.length === 0) return { effects: [], unknown: [] };
  const meter = textOf(change.after?.['meter']);
  const tenants = lowered.flatMap((share) => share.tenants.map(({ tenant = '' }) => tenant));
  const metered = meter === undefined ? undefined : await context.ports.usage?.used(session, meter, tenants);
  const used = metered ?? (await usedHere(change, tenants, session, context.now));
  if (used === null) return unknown(`how many tenants are over the new limit is not known: nobody counts ${meter} yet`);
  const over = lowered
    .map((share) => ({
      ...share,
      tenants: share.tenants.filter(({ tenant = '' }) => isOver(used.get(tenant) ?? 0n, limitOf(change, share))),
    }))
    .filter((share) => share.tenants.length > 0);
  const amount = tenantsIn(over);
  if (amount === 0) return { effects: [], unknown: [] };
  const text = `${grouped(amount)} ${amount === 1 ? 'tenant already uses' : 'tenants already use'} more${meter === undefined ? '' : ` of ${meter}`} than that`;
  const effect: ToldEffect = { figure, text, groups: groupsOf(over) };
  return { effects: [effect], unknown: [] };
}

/**
 * What was taken of the entitlement in its present period; who is not in it has taken nothing. Null where a meter is to
 * count, and nothing says that it is counted here in its place.
 */
async function usedHere(
  { after, before, from, key }: DraftChange,
  tenants: readonly string[],
  session: Session,
  now: Date,
): Promise<ReadonlyMap<string, bigint> | null> {
  const live = from ?? key;
  if (after?.['meter'] !== undefined && !(await isCounted(session, live))) return null;
  const period = periodAt(textOf((before ?? after)?.['resets']) ?? 'period', now);
  const rows = await selectCounts(session, tenants, [live]);
  return new Map(rows.map((row) => [row.tenantId, countIn(row, period).used]));
}

/**
 * Whether the limit is stricter than what was there: a lower one, one where nothing was granted and so nothing limited,
 * or one on another meter. Whoever was over the same limit before, or over a stricter one, is not over by this change.
 */
function isLowered(change: DraftChange, share: PlanShare): boolean {
  if (!Number.isFinite(limitOf(change, share))) return false;
  const { difference } = share;
  if (share.before === undefined) return difference.more;
  const meter = textOf(change.after?.['meter']);
  const countsAnew = meter !== undefined && meter !== textOf(change.before?.['meter']);
  return difference.lower || difference.open !== undefined || countsAnew;
}

/** Infinity: none. A plan that is not named has none either: what is not granted at all is told as lost. */
function limitOf({ after }: DraftChange, share: PlanShare): number {
  const isAmount = after?.['type'] === 'quantity' || after?.['type'] === 'range';
  return isAmount && share.after !== undefined ? limitIn(share.after) : Number.POSITIVE_INFINITY;
}

/** Usage is whole; a limit need not be. */
function isOver(used: bigint, limit: number): boolean {
  return used > BigInt(Math.floor(limit));
}

function unknown(reason: string): Pick<ToldImpact, 'effects' | 'unknown'> {
  return { effects: [], unknown: [{ reason, figures: [figure] }] };
}
