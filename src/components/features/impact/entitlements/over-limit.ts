import type { Session } from '../../../../db/contract.ts';
import type { DraftChange } from '../../../../engine/changeset/draft-change.ts';
import type { ToldEffect, ToldImpact } from '../../../../engine/changeset/impact.ts';
import { textOf } from '../../../../engine/json-fields.ts';
import type { ImpactContext } from '../../../contract.ts';
import { limitIn } from './plan-value.ts';
import { groupsOf, type PlanShare, tenantsIn } from './share-effects.ts';
import { grouped } from './value-text.ts';

const figure = 'tenantsOverLimit';

/** Tenants that already use more than a lowered limit, or than the limit on another meter. */
export async function tenantsOverLimit(
  change: DraftChange,
  shares: readonly PlanShare[],
  session: Session,
  { ports }: ImpactContext,
): Promise<Pick<ToldImpact, 'effects' | 'unknown'>> {
  const lowered = shares.filter((share) => isLowered(change, share));
  if (lowered.length === 0) return { effects: [], unknown: [] };
  const meter = textOf(change.after?.['meter']);
  if (meter === undefined)
    return unknown('how many tenants are over the new limit is not known: the entitlement names no meter');
  const tenants = lowered.flatMap((share) => share.tenants.map(({ tenant = '' }) => tenant));
  const used = (await ports.usage?.used(session, meter, tenants)) ?? null;
  if (used === null) return unknown(`how many tenants are over the new limit is not known: nobody counts ${meter} yet`);
  const over = lowered
    .map((share) => ({
      ...share,
      tenants: share.tenants.filter(({ tenant = '' }) => isOver(used.get(tenant) ?? 0n, limitOf(change, share))),
    }))
    .filter((share) => share.tenants.length > 0);
  const amount = tenantsIn(over);
  if (amount === 0) return { effects: [], unknown: [] };
  const text = `${grouped(amount)} ${amount === 1 ? 'tenant already uses' : 'tenants already use'} more of ${meter} than that`;
  const effect: ToldEffect = { figure, text, groups: groupsOf(over) };
  return { effects: [effect], unknown: [] };
}

/** The limit is another one where it counts on another meter. */
function isLowered(change: DraftChange, share: PlanShare): boolean {
  if (change.before === null || !Number.isFinite(limitOf(change, share))) return false;
  const meter = textOf(change.after?.['meter']);
  const countsAnew = meter !== undefined && meter !== textOf(change.before['meter']);
  return share.difference.lower || share.difference.open !== undefined || countsAnew;
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
