import type { Session } from '../../../../db/contract.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import type { Count, Counted, Ports } from '../../../ports.ts';
import type { EntitlementAccess } from '../access.ts';
import { quotaOf } from '../counts/quota-of.ts';
import { entitlementErrors } from '../errors.ts';
import { type EntitlementOffer, evaluateEntitlements, type TenantSituation } from '../evaluate-entitlements.ts';
import { existing, readOffer } from '../read-offer.ts';
import { countedOf, readSituation } from '../read-situation.ts';

/** How much of what, and whose. */
export interface Amount {
  readonly tenantId: string;
  readonly feature: string;
  readonly amount: number;
  readonly now: Date;
}

/**
 * Takes an amount of what the tenant may use, or nothing of it. What is not refused at its limit is taken beyond it.
 *
 * @throws NotFoundError `entitlements/unknown`
 * @throws ValidationError `entitlements/not-counted`
 */
export async function useEntitlement(
  session: Session,
  ports: Ports,
  { tenantId, feature, amount, now }: Amount,
): Promise<{ readonly allowed: boolean; readonly access: EntitlementAccess }> {
  const { counted, offer, situation } = await readCounted(session, ports, { tenantId, feature, now });
  const access = evaluate(offer, situation, feature, now);
  if (!access.entitled || (access.type !== 'quantity' && access.type !== 'range')) return { allowed: false, access };
  const most = access.type === 'quantity' ? access.limit : access.max;
  const limit = most === null || access.whenExceeded !== 'refuse' ? null : wholeLimit(most);
  const { taken, ...count } = await quotaOf(ports).use(session, counted, { amount: BigInt(amount), limit, now });
  return { allowed: taken, access: evaluate(offer, withCount(situation, feature, count), feature, now) };
}

/** The most that is counted: a bigint of the database. A file may name more, and nobody gets as far. */
const mostCounted = 2n ** 63n - 1n;

function wholeLimit(limit: number): bigint {
  const whole = BigInt(Math.floor(limit));
  return whole < mostCounted ? whole : mostCounted;
}

/**
 * Gives back what exists no more. A tenant that has lost the entitlement meanwhile may do so too.
 *
 * @throws NotFoundError `entitlements/unknown`
 * @throws ValidationError `entitlements/not-counted`, `entitlements/not-releasable`
 */
export async function releaseEntitlement(
  session: Session,
  ports: Ports,
  { tenantId, feature, amount, now }: Amount,
): Promise<{ readonly released: number; readonly access: EntitlementAccess }> {
  const { counted, offer, situation } = await readCounted(session, ports, { tenantId, feature, now });
  if (counted.resets !== 'never') {
    throw makeError(entitlementErrors.notReleasable, {
      message: `${feature} counts what happened in a period (resets: ${counted.resets}), not what exists.`,
      param: '/feature',
    });
  }
  const { released, ...count } = await quotaOf(ports).release(session, counted, { amount: BigInt(amount), now });
  const access = evaluate(offer, withCount(situation, feature, count), feature, now);
  return { released: Number(released), access };
}

async function readCounted(
  session: Session,
  ports: Ports,
  { feature, now, tenantId }: Omit<Amount, 'amount'>,
): Promise<{ readonly counted: Counted; readonly offer: EntitlementOffer; readonly situation: TenantSituation }> {
  const offer = await readOffer(session);
  const counted = countedOf(tenantId, feature, existing(offer, feature, '/feature'));
  if (counted === null) throw notCounted(feature, existing(offer, feature, '/feature'));
  return {
    counted,
    offer,
    situation: await readSituation(session, ports, offer, { tenantId, features: [feature], now }),
  };
}

function notCounted(feature: string, { type }: JsonObject): Error {
  return makeError(entitlementErrors.notCounted, {
    message: `${feature} is of type ${JSON.stringify(type)}: it is had or not, and there is no amount of it.`,
    param: '/feature',
  });
}

function evaluate(offer: EntitlementOffer, situation: TenantSituation, feature: string, now: Date): EntitlementAccess {
  const [access] = Object.values(evaluateEntitlements(offer, situation, { features: [feature], now }));
  if (access === undefined) throw new Error(`${feature} was not evaluated`);
  return access;
}

function withCount(situation: TenantSituation, feature: string, count: Count): TenantSituation {
  return { ...situation, used: new Map([...situation.used, [feature, count]]) };
}
