import type { Session } from '../../../db/contract.ts';
import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import type { ToldEffect, ToldImpact } from '../../../engine/changeset/impact.ts';
import { textOf } from '../../../engine/json-fields.ts';
import type { ImpactContext } from '../../contract.ts';
import { grantedBy } from './plan-value.ts';
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
      tenants: share.tenants.filter(({ tenant = '' }) => isOver(used.get(tenant) ?? 0n, maxOf(change, share))),
    }))
    .filter((share) => share.tenants.length > 0);
  const amount = tenantsIn(over);
  if (amount === 0) return { effects: [], unknown: [] };
  const text = `${grouped(amount)} ${amount === 1 ? 'tenant already uses' : 'tenants already use'} more of ${meter} than that`;
  const effect: ToldEffect = { figure, text, groups: groupsOf(over) };
  return { effects: [effect], unknown: [] };
}

function isLowered(change: DraftChange, { difference, plan }: PlanShare): boolean {
  const after = grantedBy(change.after, plan);
  if (after?.type !== 'amount' || !Number.isFinite(after.max)) return false;
  const sameMeter = textOf(change.before?.['meter']) === textOf(change.after?.['meter']);
  return change.before !== null && (difference.less || difference.open !== undefined || !sameMeter);
}

function maxOf(change: DraftChange, { plan }: PlanShare): number {
  const after = grantedBy(change.after, plan);
  return after?.type === 'amount' ? after.max : 0;
}

/** Usage is whole; a limit need not be. */
function isOver(used: bigint, limit: number): boolean {
  return used > BigInt(Math.floor(limit));
}

function unknown(reason: string): Pick<ToldImpact, 'effects' | 'unknown'> {
  return { effects: [], unknown: [{ reason, figures: [figure] }] };
}
