import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Component } from '../../../../../src/components/contract.ts';
import { canonicalJson } from '../../../../../src/engine/canonical-json.ts';
import { components } from '../../../../../src/components/index.ts';
import type { Changeset } from '../../../../../src/engine/changeset/changeset.ts';
import { type Json, isJsonObject } from '../../../../../src/engine/json.ts';
import { textOf } from '../../../../../src/engine/json-fields.ts';
import type { DesiredState } from '../../../../../src/engine/resource.ts';
import { applying, controlPlaneOn, desired } from '../../../../support/control-plane.ts';
import { useDatabases } from '../../../../support/databases.ts';
import { fillDirectory, inEnvironment } from '../../../../support/directory.ts';
import { longRun } from '../../../../support/long-run.ts';
import { loadFiles } from '../../../../support/project-folder.ts';
import { judge, limitIn, type Offer, readOffer, type Share, shareOf, type Verdict } from './support/granted.ts';
import { formerName, type RandomPlans, randomPlans, tenants } from './support/random-plans.ts';

const directions = new Map([
  ['tenantsLosingEntitlement', 'less'],
  ['tenantsGainingEntitlement', 'more'],
  ['tenantsOverLimit', 'over'],
  ['tenantsLosingPlan', 'off'],
  ['tenantsRegainingPlan', 'on'],
]);

interface Said {
  /** `globex calls less 10 → 5`; of plans, `globex off`. */
  readonly lines: readonly string[];
  /** `calls tenantsOverLimit`: what nobody can tell. */
  readonly open: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
}

function saidBy({ changes, impact }: Changeset): Said {
  const lines = changes.flatMap((change) =>
    (change.impact.effects ?? []).flatMap(({ affected, figure }) => {
      const direction = directions.get(figure);
      if (direction === undefined) return [];
      return affected.map(({ after, before, tenant }) =>
        change.kind === 'Plan'
          ? `${tenant} ${direction}`
          : `${tenant} ${formerName(change.key)} ${direction} ${wording(before)} → ${wording(after)}`,
      );
    }),
  );
  const open = changes.flatMap((change) =>
    change.kind === 'Entitlement'
      ? (change.impact.unknownFigures ?? []).map((figure) => `${formerName(change.key)} ${figure}`)
      : [],
  );
  const figures = Object.entries(impact?.figures ?? {}).filter(([figure]) => directions.has(figure));
  return { lines: lines.toSorted(), open: open.toSorted(), figures: Object.fromEntries(figures) };
}

/** The same, found by looking at what each tenant gets before and after. */
function truth(before: Offer, after: Offer, used: RandomPlans['used']): Said {
  const lines: string[] = [];
  const open = new Set<string>();
  const felt = new Map<string, Set<string>>();
  const add = (tenant: string, figure: string, line: string): void => {
    lines.push(line);
    felt.set(figure, (felt.get(figure) ?? new Set()).add(tenant));
  };
  for (const tenant of tenants) {
    for (const entitlement of new Set([...before.entitlements.keys(), ...after.entitlements.keys()])) {
      const [was, is] = [shareOf(before, entitlement, tenant), shareOf(after, entitlement, tenant)];
      const verdict = judge(was, is);
      const meter = textOf(is.body['meter']);
      const words = `${wording(was.value)} → ${wording(is.value)}`;
      if (verdict.less) add(tenant, 'tenantsLosingEntitlement', `${tenant} ${entitlement} less ${words}`);
      if (verdict.more) add(tenant, 'tenantsGainingEntitlement', `${tenant} ${entitlement} more ${words}`);
      if (verdict.open && !verdict.less) open.add(`${entitlement} tenantsLosingEntitlement`);
      if (verdict.open && !verdict.more) open.add(`${entitlement} tenantsGainingEntitlement`);
      const limit = limitOf(is);
      if (limit === undefined || isAtLeastAsStrict(was, is, verdict)) continue;
      // Nothing was taken through the API of what no meter counts.
      const counted = meter === undefined ? {} : used[meter];
      if (counted === undefined) open.add(`${entitlement} tenantsOverLimit`);
      else if ((counted[tenant] ?? 0) > limit)
        add(tenant, 'tenantsOverLimit', `${tenant} ${entitlement} over ${words}`);
    }
    const [had, has] = [before, after].map(({ planOf, plans }) => plans.has(planOf.get(tenant) ?? ''));
    if (had === true && has === false) add(tenant, 'tenantsLosingPlan', `${tenant} off`);
    if (had === false && has === true) add(tenant, 'tenantsRegainingPlan', `${tenant} on`);
  }
  const figures = [...felt].map(([figure, who]) => [figure, who.size] as const);
  return { lines: lines.sort(), open: [...open].sort(), figures: Object.fromEntries(figures) };
}

/** The number that the tenant may not exceed; undefined: none, since it gets nothing or there is no end. */
function limitOf({ value }: Share): number | undefined {
  if (typeof value !== 'number' && !isJsonObject(value ?? null)) return undefined;
  const limit = limitIn(value ?? null);
  return Number.isFinite(limit) ? limit : undefined;
}

/** Whether what stood before let no tenant use more than what stands now, so that nobody is over by the change. */
function isAtLeastAsStrict(was: Share, is: Share, verdict: Verdict): boolean {
  // Who had nothing was held to no number: any that gives something is the first.
  if (was.value === undefined) return !verdict.more;
  if (limitOf(was) === undefined) return false;
  const meter = textOf(is.body['meter']);
  const isSameCount = meter === undefined || meter === textOf(was.body['meter']);
  return isSameCount && !verdict.lower && !verdict.open;
}

function wording(value: Json | undefined): string {
  return value === undefined ? 'nothing' : canonicalJson(value);
}

async function load(documents: string, environment: string): Promise<DesiredState> {
  const { configuration, diagnostics } = await loadFiles({ 'all.yaml': documents });
  if (configuration === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return desired(configuration.desiredState(environment).resources, {}, environment);
}

describe('the impact of random pricing tables', () => {
  const databases = useDatabases('postgres');

  it(
    'equals what each tenant gets before and after, by plan, overlay and override, and by what is used',
    async () => {
      const database = await databases.shared();
      let used: RandomPlans['used'] = {};
      const counting: Component = {
        name: 'counting',
        models: [],
        validators: {},
        ports: {
          usage: {
            used: (_session, meter, asked) => {
              const counted = used[meter];
              const known = Object.entries(counted ?? {}).filter(([tenant]) => asked.includes(tenant));
              return Promise.resolve(
                counted === undefined ? null : new Map(known.map(([tenant, amount]) => [tenant, BigInt(amount)])),
              );
            },
          },
        },
      };
      const dream = await controlPlaneOn(database, { components: [...components, counting] });
      const seen = new Set<string>();
      await fc.assert(
        fc.asyncProperty(randomPlans, async (drawn) => {
          const { environment } = drawn;
          await beginAnew();
          used = drawn.used;
          const [before, after] = [await load(drawn.before, environment), await load(drawn.after, environment)];
          const there = dream.as(environment);
          await there.apply(applying(before));
          await fillDirectory(database, { tenants, plans: drawn.tenants }, environment);
          await agree(drawn.overrides, environment);
          const was = await inEnvironment(database, readOffer, environment);
          const changeset = await there.plan(after, { adopt: false });
          await there.apply(applying(after));
          const is = await inEnvironment(database, readOffer, environment);
          const expected = truth(was, is, used);
          for (const figure of Object.keys(expected.figures)) seen.add(figure);
          if (expected.open.length > 0) seen.add('open');
          expect(saidBy(changeset)).toEqual(expected);
        }),
        { numRuns: longRun ? 1000 : 20, ...(longRun ? {} : { seed: 20_260_101 }) },
      );
      expect([...seen].sort()).toEqual(['open', ...directions.keys()].sort());

      async function agree(overrides: RandomPlans['overrides'], environment: string): Promise<void> {
        await inEnvironment(
          database,
          ({ environmentId, tx }) =>
            tx.execute(sql`
              insert into entitlement_overrides
              select ${environmentId}, o.tenant, o.entitlement, o.value, 'Contract', o."expiresAt", 'ada', now()
              from jsonb_to_recordset(${JSON.stringify(overrides)}::jsonb)
                as o (tenant text, entitlement text, value jsonb, "expiresAt" timestamptz)`),
          environment,
        );
      }

      async function beginAnew(): Promise<void> {
        await database.withControlPlane('write', (tx) =>
          tx.execute(sql`
            do $$ begin
              delete from tenant_plans; delete from entitlement_overrides; delete from tenants; delete from resource_versions; delete from resources;
              delete from revisions; update environments set revision = 0, settings = null;
            end $$`),
        );
      }
    },
    longRun ? 3_600_000 : 600_000,
  );
});
