import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../../../../src/db/contract.ts';
import { readLiveResources } from '../../../../../src/db/live-resources.ts';
import { createEvaluator, type Evaluator } from '../../../../../src/components/features/evaluation/index.ts';
import type { TenantFacts } from '../../../../../src/components/features/evaluation/ruleset.ts';
import { rememberContexts } from '../../../../../src/components/features/reports/seen/queries.ts';
import { makeRuleset, rulesetKinds } from '../../../../../src/components/features/ruleset/make-ruleset.ts';
import type { Change, Changeset } from '../../../../../src/engine/changeset/changeset.ts';
import type { Json, JsonObject } from '../../../../../src/engine/json.ts';
import { memberOf } from '../../../../../src/engine/json-fields.ts';
import { applying, controlPlaneOn, desired } from '../../../../support/control-plane.ts';
import { useDatabases } from '../../../../support/databases.ts';
import { fillDirectory, inEnvironment } from '../../../../support/directory.ts';
import { longRun } from '../../../../support/long-run.ts';
import { randomFlags } from './random-flags.ts';

/** `second off → on {"user":"u1"}`: every context whose value changes, whatever the changes are called. */
function saidBy({ changes }: Changeset): readonly string[] {
  return [...new Set(changes.flatMap(linesOf))].toSorted();
}

function linesOf(change: Change): readonly string[] {
  return (change.impact.effects ?? []).flatMap(({ affected, figure, text }) => {
    if (figure !== 'contextsFlipped') return [];
    const flag = /^(\w+): /u.exec(text)?.[1] ?? change.key;
    return affected.map(({ after, before, subject }) => `${flag} ${named(before)} → ${named(after)} ${subject?.id}`);
  });
}

function named(given: Json | undefined): string {
  const variation = memberOf(given, 'variation');
  return typeof variation === 'string' ? variation : 'default';
}

/** Everything as it is live, put together one row at a time; a tenant is on its plan unless a context says otherwise. */
async function liveEvaluator(session: Session): Promise<Pick<Evaluator, 'evaluate' | 'ruleset'>> {
  const resources = await readLiveResources(session, rulesetKinds);
  const facts = new Map<string, TenantFacts>();
  const plans = await session.tx.execute<{ tenant_id: string; plan: string }>(sql`select * from tenant_plans`);
  for (const { plan, tenant_id: tenant } of plans.rows) facts.set(tenant, { plan });
  const agreed = await session.tx.execute<{ tenant_id: string; entitlement: string; value: boolean }>(
    sql`select * from entitlement_overrides`,
  );
  for (const { entitlement, tenant_id: tenant, value } of agreed.rows)
    facts.set(tenant, { ...facts.get(tenant), overrides: { [entitlement]: { granted: value } } });
  const source = { environment: '', revision: 0, madeAt: 0, resources, tenants: Object.fromEntries(facts) };
  const evaluator = createEvaluator(makeRuleset(source));
  return {
    ruleset: evaluator.ruleset,
    evaluate(flag, asked) {
      const context = asked as JsonObject & { readonly tenant?: JsonObject & { readonly key?: string } };
      const plan = facts.get(context.tenant?.key ?? '')?.plan;
      const served = plan === undefined ? context : { ...context, tenant: { plan, ...context.tenant } };
      return evaluator.evaluate(flag, served);
    },
  };
}

describe('the impact of random changes to flags', () => {
  const databases = useDatabases('postgres');

  it(
    'FR-F008 P12 equals what each context gets before and after',
    async () => {
      const database = await databases.shared();
      const dream = await controlPlaneOn(database);
      const seen = new Set<string>();
      await fc.assert(
        fc.asyncProperty(randomFlags, async ({ after, agreed, before, contexts, plans }) => {
          await database.withControlPlane('write', (tx) =>
            tx.execute(sql`do $$ begin delete from tenant_plans; delete from tenants;
              delete from entitlement_overrides; delete from seen_contexts; end $$`),
          );
          await dream.apply(applying(desired(before)));
          await fillDirectory(database, { tenants: ['globex', 'hooli', 'initech'], plans });
          await inEnvironment(database, async (session) => {
            await session.tx.execute(sql`
              insert into entitlement_overrides
              select ${session.environmentId}, o.tenant, 'export', to_jsonb(o.value), 'Contract', null, 'ada', now()
              from jsonb_to_recordset(${JSON.stringify(agreed)}::jsonb) as o (tenant text, value boolean)`);
            await rememberContexts(session, contexts, new Date());
          });
          const was = await inEnvironment(database, liveEvaluator);
          const changeset = await dream.plan(desired(after), { adopt: false });
          await dream.apply(applying(desired(after)));
          const is = await inEnvironment(database, liveEvaluator);

          const expected: string[] = [];
          const flipped = new Set<string>();
          const moved = new Map(after.map(({ key, movedFrom = key }) => [movedFrom, key]));
          for (const flag of Object.keys(was.ruleset.flags)) {
            for (const context of contexts) {
              const key = moved.get(flag) ?? flag;
              const [old, now] = [was.evaluate(flag, context), is.evaluate(key, context)];
              if (old.hasValue === now.hasValue && old.value === now.value) continue;
              const who = identity(context);
              flipped.add(who);
              expected.push(`${key} ${old.variant ?? 'default'} → ${now.variant ?? 'default'} ${who}`);
            }
          }
          expect(saidBy(changeset)).toEqual(expected.toSorted());
          expect(changeset.impact?.figures['contextsFlipped'] ?? 0).toBe(flipped.size);
          const open = changeset.impact?.unknownFigures.includes('contextsFlipped') === true;
          expect(open && contexts.length > 0).toBe(false);
          if (flipped.size > 0) seen.add('flipped');
          if (open) seen.add('open');
          for (const { impact, kind } of changeset.changes)
            if (impact.figures?.['contextsFlipped'] !== undefined) seen.add(kind);
        }),
        { numRuns: longRun ? 1000 : 20, ...(longRun ? {} : { seed: 20_260_101 }) },
      );
      expect([...seen].toSorted()).toEqual(['Entitlement', 'Flag', 'Segment', 'flipped', 'open']);
    },
    longRun ? 3_600_000 : 600_000,
  );
});

function identity(context: JsonObject): string {
  const keys = ['tenant', 'user'].flatMap((kind) => {
    const key = memberOf(context[kind], 'key');
    return key === undefined ? [] : [[kind, key] as const];
  });
  return JSON.stringify(Object.fromEntries(keys));
}
