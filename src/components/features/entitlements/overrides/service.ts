import type { Session } from '../../../../db/contract.ts';
import type { Json, JsonObject } from '../../../../engine/json.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import type { OperationContext } from '../../../../server/operation-context.ts';
import { type Page, pageBounds, type PageRequest, toPage } from '../../../../server/page.ts';
import type { Ports } from '../../../ports.ts';
import { existing, readOffer } from '../read-offer.ts';
import { holdTenant, refuseUnknownTenant } from '../tenant-of.ts';
import { refuseUnfit } from './check-value.ts';
import { overrideErrors } from './errors.ts';
import { type EntitlementOverride, toOverride } from './mapping.ts';
import { countOverrides, deleteOverrides, selectOverrides, upsertOverride } from './queries.ts';

export interface NewOverride {
  readonly value: Json;
  readonly reason: string;
  readonly expiresAt?: string;
}

interface OverrideContext {
  readonly session: Session;
  readonly ports: Ports;
  readonly now: Date;
}

/** Who changes something, and who hears of it. */
interface ChangeContext extends OverrideContext {
  readonly actor: string;
  readonly changed: OperationContext['changed'];
}

/** Expired ones are among them: they say what was agreed. */
export async function listOverrides(
  { session, ports, now }: OverrideContext,
  tenantId: string,
  page: PageRequest,
): Promise<Page<EntitlementOverride>> {
  await refuseUnknownTenant(session, ports, tenantId, 'tenant');
  const rows = await selectOverrides(session, { tenantId }, pageBounds(page));
  const data = rows.map((row) => toOverride(row, now));
  return toPage(data, await countOverrides(session, { tenantId }), page);
}

/** A tenant has one override of an entitlement at most: a second takes the place of the first. */
export async function setOverride(
  context: ChangeContext,
  tenantId: string,
  entitlement: string,
  { value, reason, ...draft }: NewOverride,
): Promise<{ readonly override: EntitlementOverride; readonly created: boolean }> {
  const { session, ports, now, actor } = context;
  const expiresAt = draft.expiresAt === undefined ? null : new Date(draft.expiresAt);
  if (expiresAt !== null && expiresAt <= now) {
    throw makeError(overrideErrors.expiryInThePast, {
      message: `expiresAt is not an instant after ${now.toISOString()}.`,
      param: '/expiresAt',
    });
  }
  await holdTenant(session, ports, tenantId, 'tenant');
  refuseUnfit(existing(await readOffer(session), entitlement, 'entitlement'), value);
  const row = { tenantId, entitlement, value, reason, expiresAt, createdBy: actor, createdAt: now };
  const [before] = await selectOverrides(session, { tenantId, entitlements: [entitlement] });
  const created = await upsertOverride(session, row);
  const override = toOverride(row, now);
  await tellOf(context, override, before === undefined ? null : toOverride(before, now), override);
  return { override, created };
}

/** An entitlement that was deleted has overrides still, which may be removed. */
export async function removeOverride(context: ChangeContext, tenantId: string, entitlement: string): Promise<void> {
  const { session, ports } = context;
  await holdTenant(session, ports, tenantId, 'tenant');
  const [before] = await selectOverrides(session, { tenantId, entitlements: [entitlement] });
  if (before === undefined || !(await deleteOverrides(session, tenantId, entitlement))) {
    throw makeError(overrideErrors.notFound, {
      message: `${tenantId} has no override of ${entitlement}.`,
      param: 'entitlement',
    });
  }
  await tellOf(context, { tenantId, entitlement }, toOverride(before, context.now), null);
}

/** Tokens made before are noticed, whoever keeps what flags need looks again, and the record hears of it. */
async function tellOf(
  { session, ports, changed }: ChangeContext,
  { tenantId, entitlement }: Pick<EntitlementOverride, 'tenantId' | 'entitlement'>,
  before: EntitlementOverride | null,
  after: EntitlementOverride | null,
): Promise<void> {
  await ports.tenants?.touch(session, tenantId);
  session.announce('overrides');
  const told = (override: EntitlementOverride | null): JsonObject | null =>
    override === null ? null : { ...override };
  changed({
    resource: { type: 'Entitlement', id: entitlement },
    tenantId,
    before: told(before),
    after: told(after),
  });
}
