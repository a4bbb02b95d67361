import type { Session } from '../../../db/contract.ts';
import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import { whyUnfelt } from '../../../engine/changeset/default-impact.ts';
import type { ToldEffect, ToldImpact } from '../../../engine/changeset/impact.ts';
import type { ImpactContext } from '../../contract.ts';
import type { TenantName } from '../../ports.ts';
import { models } from '../generated/models.gen.ts';
import { priceEffects } from './price-effects.ts';
import { stateEffect } from './state-effect.ts';

/** Who is on a plan that changes, and who pays more or less. What they are granted is for entitlements to tell. */
export async function planImpact(
  changes: readonly DraftChange[],
  session: Session,
  { ports }: ImpactContext,
): Promise<readonly (ToldImpact | null)[]> {
  const concerned = changes.filter(isFelt);
  if (concerned.length === 0 || ports.plans === undefined) return changes.map(() => null);
  const keys = concerned.flatMap((change) => [liveKey(change), change.key]);
  const tenantsOn = await ports.plans.tenantsOn(session, [...new Set(keys)]);
  const found = (await ports.tenants?.find(session, [...new Set([...tenantsOn.values()].flat())])) ?? [];
  const names = new Map(found.map((tenant) => [tenant.id, tenant]));
  return changes.map((change) => {
    if (!concerned.includes(change)) return null;
    const on = (plan: string): readonly TenantName[] =>
      [...(tenantsOn.get(plan) ?? [])].sort().map((id) => names.get(id) ?? { id, name: id, currency: null });
    return impactOf(change, on(liveKey(change)), change.from === undefined ? [] : on(change.key));
  });
}

function isFelt(change: DraftChange): boolean {
  if (change.kind !== 'Plan') return false;
  const model = models.find(({ kind }) => kind === 'Plan');
  return change.before === null || model === undefined || whyUnfelt(change, model) === null;
}

function liveKey({ from, key }: DraftChange): string {
  return from ?? key;
}

/** @param waiting tenants still assigned to a plan of the new name, which was deleted once. */
function impactOf(
  change: DraftChange,
  tenants: readonly TenantName[],
  waiting: readonly TenantName[],
): ToldImpact | null {
  const { action, after, before } = change;
  const regained = waiting.length === 0 ? [] : [standingEffect('create', waiting)];
  if (tenants.length === 0)
    return action === 'create' ? null : { effects: regained, unknown: [], none: 'no tenant is on it' };
  const standing = standingEffect(action, tenants);
  if (before === null || after === null) return { effects: [standing], unknown: [], none: '' };
  const { effects: priced, unknown } = priceEffects(before, after, tenants);
  const effects = [...stateEffect(before, after, tenants), ...priced];
  const shown = [...effects, ...(effects.length === 0 || action === 'rename' ? [standing] : []), ...regained];
  return { effects: shown, unknown, none: '' };
}

/** That they are on it, and what becomes of that. */
function standingEffect(action: DraftChange['action'], tenants: readonly TenantName[]): ToldEffect {
  const one = tenants.length === 1;
  const count = `${tenants.length} ${one ? 'tenant' : 'tenants'}`;
  const groups = [{ who: tenants.map(({ id, name }) => ({ name, tenant: id })), what: {} }];
  switch (action) {
    case 'delete':
      return { figure: 'tenantsLosingPlan', text: `${count} ${one ? 'loses its' : 'lose their'} plan`, groups };
    case 'create':
      return { figure: 'tenantsRegainingPlan', text: `${count} ${one ? 'is' : 'are'} still assigned to it`, groups };
    case 'rename':
      return {
        figure: 'tenantsOnChangedPlan',
        text: `${count} ${one ? 'stays' : 'stay'} on it under its new name`,
        groups,
      };
    default:
      return { figure: 'tenantsOnChangedPlan', text: `${count} ${one ? 'is' : 'are'} on it`, groups };
  }
}
