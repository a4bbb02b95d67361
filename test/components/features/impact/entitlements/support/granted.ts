import { sql } from 'drizzle-orm';
import type { Session } from '../../../../../../src/db/contract.ts';
import { readLiveResources } from '../../../../../../src/db/live-resources.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../../../../src/engine/json.ts';
import { listOf, objectOf, textOf, textsOf } from '../../../../../../src/engine/json-fields.ts';
import { formerName } from './random-plans.ts';

/** What is live of entitlements, and which plan each tenant is on: all that decides what a tenant gets. */
export interface Offer {
  readonly entitlements: ReadonlyMap<string, JsonObject>;
  readonly plans: ReadonlySet<string>;
  readonly planOf: ReadonlyMap<string, string>;
  /** `globex calls` → what was agreed with it, for good or for now. */
  readonly agreed: ReadonlyMap<string, Json>;
}

export async function readOffer(session: Session): Promise<Offer> {
  const live = await readLiveResources(session, ['Entitlement', 'Plan']);
  const { rows } = await session.tx.execute<{ readonly tenant: string; readonly plan: string }>(
    sql`select tenant_id as tenant, plan from tenant_plans where environment_id = ${session.environmentId}`,
  );
  const agreed = await session.tx.execute<{ readonly tenant: string; readonly key: string; readonly value: Json }>(
    sql`select tenant_id as tenant, entitlement as key, jsonb_build_array(value) as value from entitlement_overrides
      where environment_id = ${session.environmentId} and coalesce(expires_at > now(), true)`,
  );
  return {
    agreed: new Map(
      agreed.rows.map(({ key, tenant, value }) => [`${tenant} ${formerName(key)}`, listOf(value)[0] ?? null]),
    ),
    entitlements: new Map(
      live.flatMap(({ body, key, kind }) => (kind === 'Entitlement' ? [[formerName(key), body] as const] : [])),
    ),
    plans: new Set(live.flatMap(({ key, kind }) => (kind === 'Plan' ? [key] : []))),
    planOf: new Map(rows.map(({ plan, tenant }) => [tenant, plan])),
  };
}

/** What a tenant gets of an entitlement: its value as written, and the entitlement's other fields. */
export interface Share {
  readonly value: Json | undefined;
  readonly body: JsonObject;
}

export function shareOf({ agreed, entitlements, planOf }: Offer, entitlement: string, tenant: string): Share {
  const body = entitlements.get(entitlement) ?? {};
  const plan = planOf.get(tenant);
  if (!entitlements.has(entitlement)) return { body, value: undefined };
  const instead = agreed.get(`${tenant} ${entitlement}`);
  if (instead !== undefined) return { body, value: instead };
  return { body, value: plan === undefined ? undefined : objectOf(body['plans'])[plan] };
}

export interface Verdict {
  readonly less: boolean;
  readonly more: boolean;
  /** Nobody can say whether it is less or more besides. */
  readonly open: boolean;
  /** What can be used at most is less, and never mind the least that must be taken. */
  readonly lower: boolean;
}

/** Compares what a tenant may do with its shares, amount by amount, and knows nothing of how impact compares them. */
export function judge(before: Share, after: Share): Verdict {
  const type = textOf(after.body['type']) ?? textOf(before.body['type']);
  if (type === 'custom') return judgeLevels(before, after);
  const [was, is] = [before, after].map((share) => tableOf(share, type));
  const [wasTop, isTop] = [before, after].map((share) => tableOf(share, type, true));
  const renewal = judgeRenewal(before, after, was ?? [], is ?? []);
  return {
    less: falls(was, is) || renewal === 'less',
    more: falls(is, was) || renewal === 'more',
    open: renewal === 'open',
    lower: falls(wasTop, isTop) || renewal === 'less',
  };
}

const samples = [0.5, 1, 2, 2.5, 3, 4, 5, 6, 10, 11, 1e9];
const ranks: { readonly [rule: string]: number } = { refuse: 0, bill: 1, allow: 2 };

/** For each amount: 3 within what is granted, 2 let be beyond it, 1 billed, 0 not to be had. */
function tableOf({ body, value }: Share, type: string | undefined, topOnly = false): readonly number[] {
  if (type === 'switch') return [value === true ? 3 : 0];
  if (value === undefined) return samples.map(() => 0);
  const beyond = objectOf(value)['whenExceeded'] ?? body['whenExceeded'] ?? 'refuse';
  const least = topOnly ? 0 : numberIn(objectOf(value)['min'] ?? 0);
  return samples.map((amount) =>
    amount < least ? 0 : amount <= limitIn(value) ? 3 : (ranks[textOf(beyond) ?? ''] ?? 0),
  );
}

/** The number that may not be exceeded, as written. */
export function limitIn(value: Json): number {
  const { limit, max } = isJsonObject(value) ? value : { limit: value };
  return numberIn(limit ?? max ?? 'unlimited');
}

function numberIn(value: Json): number {
  return typeof value === 'number' ? value : Number.POSITIVE_INFINITY;
}

function falls(from: readonly number[] = [], to: readonly number[] = []): boolean {
  return from.some((state, index) => state > (to[index] ?? 0));
}

/** What is had before and after, and is not without end, is worth more the more often it is had anew. */
function judgeRenewal(before: Share, after: Share, was: readonly number[], is: readonly number[]): string | null {
  const isCounted = [before.value, after.value].every(
    (value) => value !== undefined && Number.isFinite(limitIn(value)),
  );
  const isHad = [was, is].every((table) => table.some((state) => state > 0));
  const [from, to] = [before, after].map(({ body }) => textOf(body['resets']) ?? 'period');
  if (!isCounted || !isHad || from === to || typeof before.value === 'boolean') return null;
  if (from === 'daily' && to === 'monthly') return 'less';
  return from === 'monthly' && to === 'daily' ? 'more' : 'open';
}

function judgeLevels(before: Share, after: Share): Verdict {
  const same = { less: false, more: false, open: false, lower: false };
  const [was, is] = [textOf(before.value), textOf(after.value)];
  if (was === is) return same;
  if (was === undefined || is === undefined) return { ...same, less: is === undefined, more: was === undefined };
  const lists = [after, before].map(({ body }) => textsOf(body['levels']));
  const list = lists.find((levels) => levels.length > 0);
  if (list === undefined) return { ...same, open: true };
  const less = list.indexOf(is) < list.indexOf(was);
  return { ...same, less, more: !less };
}
