import type { Session } from '../../../db/contract.ts';
import { readLiveResources } from '../../../db/live-resources.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import { didYouMean } from '../../../engine/validate/did-you-mean.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { plansInOrder } from '../ruleset/plan-order.ts';
import { entitlementErrors } from './errors.ts';
import type { EntitlementOffer } from './evaluate-entitlements.ts';

/** What is live. Read anew for every request, so that a change is felt by the next one on every server. */
export async function readOffer(session: Session): Promise<EntitlementOffer> {
  const live = await readLiveResources(session, ['Entitlement', 'Plan']);
  const { Entitlement: entitlements = [], Plan: plans = [] } = Object.groupBy(live, ({ kind }) => kind);
  return {
    entitlements: new Map(entitlements.map(({ body, key }) => [key, body])),
    plans: plansInOrder(plans),
  };
}

/** @throws NotFoundError `entitlements/unknown` */
export function existing({ entitlements }: EntitlementOffer, key: string, param: string): JsonObject {
  const body = entitlements.get(key);
  if (body !== undefined) return body;
  const keys = [...entitlements.keys()];
  const hint = didYouMean(key, keys) ?? (keys.length === 0 ? 'No Entitlement is applied yet.' : undefined);
  throw makeError(entitlementErrors.unknown, {
    message: `The environment has no entitlement ${key}.`,
    param,
    ...(hint === undefined ? {} : { details: { hint } }),
  });
}
