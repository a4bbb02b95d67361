import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  changeAttributes,
  firstAttributes,
} from '../../../../../src/components/access/tenancy/attributes/check-attributes.ts';
import {
  type DeclaredAttributes,
  fixedFields,
  tenancyFrom,
} from '../../../../../src/components/access/tenancy/tenancy.ts';
import { declareFixedFields } from '../../../../../src/components/access/tenancy/tenants/declare-fixed-fields.ts';
import type { Json, JsonObject } from '../../../../../src/engine/json.ts';
import { applying, controlPlaneOn, desired, resource } from '../../../../support/control-plane.ts';
import { useDatabases } from '../../../../support/databases.ts';
import { inEnvironment } from '../../../../support/directory.ts';
import { longRun } from '../../../../support/long-run.ts';

const names = ['a', 'b', 'c/d~e'];
const declarations = ['string', 'number', 'boolean', 'date', 'list', { type: 'string', required: true }] as const;
// No attribute is declared by a name with such signs; one that was given while anything was taken may have it.
const declared = fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom(...declarations), { minKeys: 1 });
const attributes = fc.record({ tenant: declared, user: declared }, { requiredKeys: [] });
const body: fc.Arbitrary<JsonObject> = fc.record(
  {
    currencies: fc.subarray(['USD', 'EUR', 'INR'], { minLength: 1 }),
    regions: fc.subarray(['eu', 'us'], { minLength: 1 }),
    attributes: attributes.filter((one) => Object.keys(one).length > 0),
  },
  { requiredKeys: [] },
);

const value: fc.Arbitrary<Json> = fc.constantFrom('x', '2027-01-31', 5, true, ['x', 1], [{}], { deep: null });
const someone = fc.dictionary(fc.constantFrom(...names), value, { noNullPrototype: true });
const tenant = fc.record({
  currency: fc.constantFrom(null, 'USD', 'INR'),
  region: fc.constantFrom(null, 'eu', 'mars'),
  attributes: someone,
});

const databases = useDatabases('postgres');

it(
  'names exactly those whose values would be refused from now on and were taken before',
  async () => {
    const database = await databases.shared();
    const dream = await controlPlaneOn(database);
    await dream.apply(applying(desired([])));
    const seen = { felt: 0, unfelt: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.option(body, { freq: 5 }),
        body,
        fc.array(tenant, { maxLength: 4 }),
        fc.array(someone, { maxLength: 4 }),
        async (before, after, tenants, users) => {
          const live = before === null ? [] : [resource('Tenancy', 'default', before)];
          await inEnvironment(database, ({ tx }) => tx.execute(sql`delete from tenants`));
          await inEnvironment(database, ({ tx }) => tx.execute(sql`delete from users`));
          await dream.apply(applying(desired(live)));
          await inEnvironment(database, async ({ environmentId, tx }) => {
            await tx.execute(sql`
            insert into tenants (environment_id, id, name, currency, region, attributes, created_at, updated_at)
            select ${environmentId}, 't' || n, 't' || n, r->>'currency', r->>'region', r->'attributes', now(), now()
            from jsonb_array_elements(${JSON.stringify(tenants)}::jsonb) with ordinality as filled (r, n)`);
            await tx.execute(sql`
            insert into users (environment_id, id, attributes, created_at, updated_at)
            select ${environmentId}, 'u' || n, r, now(), now()
            from jsonb_array_elements(${JSON.stringify(users)}::jsonb) with ordinality as filled (r, n)`);
          });
          const plan = await dream.plan(desired([resource('Tenancy', 'default', after)]), { adopt: false });
          const told = (plan.changes[0]?.impact.effects ?? []).flatMap(({ affected }) =>
            affected.flatMap(({ changed = [], name }) => changed.map((field) => `${name} ${field}`)),
          );
          const [was, is] = [tenancyFrom(before ?? undefined), tenancyFrom(after)];
          const expected = [
            ...tenants.flatMap(({ attributes: given, ...fixed }, at) => [
              ...newlyRefused(given, was.tenantAttributes, is.tenantAttributes, `t${at + 1}`),
              ...fixedFields.flatMap((field) => {
                const mine = { ...fixed, dataResidency: null }[field];
                const refuses = ({ allowed }: typeof was): boolean =>
                  mine !== null &&
                  throws(() =>
                    declareFixedFields(
                      { [field]: mine },
                      {
                        ...was,
                        allowed: { currency: null, region: null, dataResidency: null, [field]: allowed[field] },
                      },
                    ),
                  );
                return refuses(is) && !refuses(was) ? [`t${at + 1} /${field}`] : [];
              }),
            ]),
            ...users.flatMap((given, at) => newlyRefused(given, was.userAttributes, is.userAttributes, `u${at + 1}`)),
          ];
          seen[expected.length > 0 ? 'felt' : 'unfelt'] += 1;
          expect(told.toSorted()).toEqual(expected.toSorted());
        },
      ),
      { numRuns: longRun ? 1_000 : 40 },
    );
    expect(Math.min(seen.felt, seen.unfelt)).toBeGreaterThan(2);
  },
  longRun ? 3_600_000 : 600_000,
);

/** By the very functions that refuse what is given. */
function newlyRefused(
  given: JsonObject,
  before: DeclaredAttributes | null,
  after: DeclaredAttributes | null,
  who: string,
): readonly string[] {
  return names.flatMap((name) => {
    const refuses = (by: DeclaredAttributes | null): boolean => {
      const own = given[name];
      if (own !== undefined) return throws(() => changeAttributes({}, { [name]: own }, by));
      const declaration = by?.get(name);
      return declaration !== undefined && throws(() => firstAttributes({}, new Map([[name, declaration]])));
    };
    const pointer = name.replaceAll('~', '~0').replaceAll('/', '~1');
    return refuses(after) && !refuses(before) ? [`${who} /attributes/${pointer}`] : [];
  });
}

function throws(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}
