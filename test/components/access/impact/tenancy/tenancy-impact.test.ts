import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../../src/engine/json.ts';
import type { Resource } from '../../../../../src/engine/resource.ts';
import { formatChangesetMarkdown } from '../../../../../src/views/changeset-markdown.ts';
import { impactLines, totalsText } from '../../../../../src/views/impact-wording.ts';
import { applying, controlPlaneOn, desired, resource } from '../../../../support/control-plane.ts';
import { eachDatabase } from '../../../../support/databases.ts';
import { fillDirectory } from '../../../../support/directory.ts';
import { bodyFrom } from '../../../../support/policy-findings.ts';
import { refusal } from '../../../../support/refusal.ts';
import { startTenancy } from '../../tenancy/start.ts';

const live = `
currencies: [USD, EUR]
regions: [eu, us]
attributes:
  tenant: { seats: number, industry: string, ends: string }
  user: { department: string, level: number }`;

const tenants: { readonly [id: string]: JsonObject } = {
  globex: { name: 'Globex', currency: 'USD', region: 'eu', attributes: { seats: 5, ends: '2027-01-31' } },
  hooli: { name: 'Hooli', currency: 'USD', region: 'us', attributes: { seats: 7, industry: 'web', ends: 'never' } },
  initech: { name: 'Initech', currency: 'EUR', region: 'eu', attributes: {} },
};
const users: { readonly [id: string]: JsonObject } = {
  ada: { name: 'Ada Lovelace', attributes: { department: 'research', level: 3 } },
  bob: { attributes: { department: 'sales' } },
  cy: {},
};

const invoice = (more: JsonObject = {}): Resource =>
  resource('ResourceType', 'invoice', { actions: ['read', 'approve'], ...more });
const asking = (expression: string): JsonObject => ({ 'invoice:approve': expression });

const asTheyAre = 'those that are there stay as they are; tenants and users made or changed from now on are held to it';

eachDatabase((databases) => {
  /** With a Tenancy, and tenants and users made under it. */
  async function start(tenancy = live, policy: readonly Resource[] = []) {
    const database = await databases.shared();
    const { seed } = await startTenancy(database);
    const dream = await controlPlaneOn(database);
    const first = tenancy === '' ? [] : [resource('Tenancy', 'default', bodyFrom(tenancy))];
    await dream.apply(applying(desired([...first, ...policy])));
    for (const [id, more] of Object.entries(tenants)) await seed.tenant(id, more);
    for (const [id, more] of Object.entries(users)) await seed.user(id, more);
    const state = (yaml: string) => desired([resource('Tenancy', 'default', bodyFrom(yaml)), ...policy]);
    const plan = (yaml: string) => dream.plan(state(yaml), { adopt: false });
    const felt = async (yaml: string) => (await plan(yaml)).changes[0]?.impact;
    return { database, dream, felt, plan, seed, state };
  }
  const instead = (from: string, to: string): string => live.replace(from, to);

  describe('the impact of a Tenancy', () => {
    it('names tenants and users who keep values that it takes no longer, and which', async () => {
      const { felt, plan } = await start();
      const after = instead('seats: number, ', '').replace(', level: number', '');
      expect(await felt(after)).toMatchObject({
        status: 'some',
        reason:
          '2 tenants keep a value of seats, which is no longer taken; 1 user keeps a value of level, which is no longer taken',
        figures: { tenantsWithInvalidValues: 2, usersWithInvalidValues: 1 },
        effects: [
          {
            figure: 'tenantsWithInvalidValues',
            count: 2,
            affected: [
              { name: 'Globex', tenant: 'globex', changed: ['/attributes/seats'] },
              { name: 'Hooli', tenant: 'hooli', changed: ['/attributes/seats'] },
            ],
          },
          {
            figure: 'usersWithInvalidValues',
            count: 1,
            affected: [{ name: 'Ada Lovelace', subject: { type: 'user', id: 'ada' }, changed: ['/attributes/level'] }],
          },
        ],
      });
      const changeset = await plan(after);
      const [change] = changeset.changes;
      expect(change === undefined ? [] : impactLines(change.impact)).toEqual([
        'impact: 2 tenants keep a value of seats, which is no longer taken: Globex and Hooli',
        '1 user keeps a value of level, which is no longer taken: Ada Lovelace',
      ]);
      expect(totalsText(changeset)).toBe(
        '2 tenants have values that are no longer valid, 1 user has values that are no longer valid',
      );
      expect(formatChangesetMarkdown(changeset)).toContain(
        '2 tenants keep a value of seats, which is no longer taken: Globex and Hooli',
      );
    });

    it.each([
      [
        'another name',
        instead('seats: number', 'places: number'),
        '2 tenants keep a value of seats, which is no longer taken',
      ],
      [
        'another type',
        instead('ends: string', 'ends: date'),
        '1 tenant keeps a value of ends of a type that is no longer taken',
      ],
      [
        'several attributes fewer',
        instead('seats: number, industry: string, ends: string', 'size: number'),
        '2 tenants keep values of ends (2), seats (2), industry (1), which are no longer taken',
      ],
      [
        'an attribute that must be there',
        instead('industry: string', 'industry: { type: string, required: true }').replace(
          'department: string',
          'department: { type: string, required: true }',
        ),
        '2 tenants have no value of industry, which is required from now on; ' +
          '1 user has no value of department, which is required from now on',
      ],
      [
        'a currency fewer',
        instead('[USD, EUR]', '[EUR, INR]'),
        '2 tenants keep a value of currency that is no longer allowed',
      ],
      [
        'another region and type',
        instead('[eu, us]', '[us]').replace('seats: number', 'seats: list'),
        '2 tenants keep a value of seats of a type that is no longer taken; ' +
          '2 tenants keep a value of region that is no longer allowed',
      ],
    ])('knows whom it touches with %s', async (_, after, reason) => {
      const { felt } = await start();
      expect(await felt(after)).toMatchObject({ status: 'some', reason });
    });

    it.each([
      ['more attributes', instead('ends: string', 'ends: string, plan: string')],
      ['more currencies, and a default', instead('[USD, EUR]', '[USD, EUR, INR]\ndefaults: { currency: INR }')],
      ['a description', instead('seats: number', 'seats: { type: number, description: How many. }')],
      ['attributes that may be anything', 'currencies: [USD, EUR]'],
      ['a place that nobody named', `dataResidency: [eu-1]${live}`],
    ])('touches nobody with %s', async (_, after) => {
      const { felt } = await start();
      expect(await felt(after)).toEqual({ status: 'none', reason: asTheyAre });
    });

    it('counts whom an earlier one found fault with already no more', async () => {
      const { dream, felt, state } = await start();
      const fewer = instead('seats: number, ', '');
      await dream.apply(applying(state(fewer)));
      expect(await felt(fewer.replace('ends: string', 'ends: number'))).toMatchObject({
        reason: '2 tenants keep a value of ends of a type that is no longer taken',
      });
      expect(await felt(fewer.replace('ends: string', 'ends: string, seats: string'))).toMatchObject({
        status: 'none',
      });
    });

    it('knows whom the first one would touch, which many were made before', async () => {
      const { felt } = await start('');
      expect(await felt('regions: [us]\nattributes: { tenant: { seats: number, ends: date } }')).toMatchObject({
        reason:
          '1 tenant keeps a value of industry, which is no longer taken; ' +
          '1 tenant keeps a value of ends of a type that is no longer taken; ' +
          '2 tenants keep a value of region that is no longer allowed',
        figures: { tenantsWithInvalidValues: 3 },
      });
      expect(await felt('mode: multi')).toEqual({ status: 'none', reason: 'nobody uses it before it exists' });
    });

    it('says of values that are read otherwise whom conditions on them admit: nobody knows', async () => {
      const hired = resource('Role', 'approver', {
        permissions: ['invoice:approve'],
        conditions: asking('user.hired'),
      });
      const { dream, felt, seed } = await start(instead('department: string', 'department: string, hired: date'), [
        invoice(),
        hired,
      ]);
      await seed.user('dee', { attributes: { hired: '2020-01-01' } });
      const unknown = (how: string) => ({
        unknownReasons: [`whom conditions on user.hired admit ${how} is not known`],
        unknownFigures: ['membersGainingPermission', 'membersLosingPermission'],
      });
      const noMore = unknown('now that it is no date');
      expect(await felt(instead('department: string', 'department: string, hired: string'))).toMatchObject({
        status: 'unknown',
        reason: noMore.unknownReasons[0],
        unknownFigures: noMore.unknownFigures,
      });
      expect(await felt(live)).toMatchObject(noMore);
      const none = await dream.plan(desired([invoice(), hired]), { adopt: false });
      expect(none.changes[0]?.impact).toMatchObject({ unknownFigures: noMore.unknownFigures });
      expect(await felt(instead('department: string', 'department: string, hired: date, left: date'))).toMatchObject({
        status: 'none',
      });
    });

    it('says so of values that nobody had declared before', async () => {
      const scoped = invoice({ scopes: { old: 'user["hired"] < now && resource.since < tenant.ends' } });
      const { felt, seed } = await start('currencies: [USD, EUR]', [scoped]);
      await seed.user('dee', { attributes: { hired: '2020-01-01', left: '2026-01-01' } });
      expect(
        await felt('currencies: [USD, EUR]\nattributes: { user: { hired: date, left: date }, tenant: { ends: date } }'),
      ).toMatchObject({
        unknownReasons: [
          'whom conditions on user.hired admit as a date is not known',
          'whom conditions on tenant.ends admit as a date is not known',
        ],
      });
    });

    it('says nothing of the kind where no condition asks for it, or nobody has a date there', async () => {
      const other = resource('Role', 'approver', {
        permissions: ['invoice:approve'],
        conditions: asking('resource.hired < now && tenant.industry != "user.hired"'),
      });
      const { dream, felt, seed, state } = await start(live, [invoice(), other]);
      await dream.apply(applying(state('currencies: [USD, EUR]')));
      await seed.user('dee', { attributes: { hired: '2020-01-01', level: 'senior' } });
      expect(
        await felt('currencies: [USD, EUR]\nattributes: { user: { hired: date, department: string, level: date } }'),
      ).toEqual({
        status: 'some',
        reason: '2 users keep a value of level of a type that is no longer taken',
        figures: { usersWithInvalidValues: 2 },
        effects: [expect.objectContaining({ count: 2 })],
        affectedHash: expect.any(String),
      });
      expect(await felt('attributes: { tenant: { industry: date, seats: number, ends: date } }')).not.toHaveProperty(
        'unknownFigures',
      );
    });

    it('says so of a user where nobody has a date, but whoever asks may say one', async () => {
      const hired = resource('Role', 'approver', {
        permissions: ['invoice:approve'],
        conditions: asking('user.hired'),
      });
      const { felt } = await start(live, [invoice(), hired]);
      expect(await felt(instead('department: string', 'department: string, hired: date'))).toMatchObject({
        reason: 'whom conditions on user.hired admit as a date is not known',
      });
    });

    it('says so of a condition that asks for it from now on', async () => {
      const { dream, seed } = await start('currencies: [USD, EUR]', [invoice()]);
      await seed.user('dee', { attributes: { hired: '2020-01-01' } });
      const after = [
        resource('Tenancy', 'default', bodyFrom('attributes: { user: { hired: date, department: string } }')),
        invoice(),
        resource('Role', 'approver', { permissions: ['invoice:approve'], conditions: asking('user.hired < now') }),
      ];
      const { changes } = await dream.plan(desired(after), { adopt: false });
      expect(changes.find(({ kind }) => kind === 'Tenancy')?.impact).toMatchObject({
        unknownReasons: ['whom conditions on user.hired admit as a date is not known'],
      });
    });

    it('DA-03 names nobody of another environment', async () => {
      const { database, dream, felt } = await start();
      const tenancy = resource('Tenancy', 'default', bodyFrom(live));
      await dream.as('production').apply(applying(desired([tenancy], {}, 'production')));
      await fillDirectory(database, { tenants: ['far'], members: [['far', 'off']] }, 'production');
      expect(
        await felt('attributes: { tenant: { seats: { type: number, required: true } }, user: { level: string } }'),
      ).toMatchObject({
        effects: [
          { affected: [{ name: 'Globex' }, { name: 'Hooli' }] },
          { affected: [{ name: 'Initech' }] },
          { affected: [{ name: 'Ada Lovelace' }, { name: 'bob' }] },
          { affected: [{ name: 'Ada Lovelace' }] },
        ],
      });
    });

    it('tells what is not known beside what is', async () => {
      const { felt } = await start();
      const unknown =
        'who names no tenant and would come to another one with tenancy default is not known to this server';
      const single = 'mode: single\ntenant: globex\ndefaults: { currency: USD, region: eu }';
      expect(await felt(`${single}${instead('[USD, EUR]', '[USD]')}`)).toMatchObject({
        status: 'some',
        reason: `1 tenant keeps a value of currency that is no longer allowed; ${unknown}`,
        unknownReasons: [unknown],
      });
      expect(await felt(`${single}${live}`)).toEqual({ status: 'unknown', reason: unknown });
    });

    it('is limited by guardrails on either figure, each overridden by naming it exactly', async () => {
      const { dream } = await start();
      const limits = { maxTenantsWithInvalidValues: 1, maxUsersWithInvalidValues: 0 };
      const under = (yaml: string) =>
        desired([resource('Tenancy', 'default', bodyFrom(yaml))], { guardrails: { limits } });
      await dream.apply(applying(under(live)));
      const after = under(instead('seats: number, ', '').replace(', level: number', ''));
      const apply = (allow: { readonly [figure: string]: number }) => dream.apply(applying(after, { allow }));
      expect(await refusal(apply({}))).toMatchObject({
        code: 'changes/guardrail-refused',
        message:
          'maxUsersWithInvalidValues allows 0, this changeset has 1; maxTenantsWithInvalidValues allows 1, this changeset has 2',
      });
      expect((await refusal(apply({ tenantsWithInvalidValues: 2, usersWithInvalidValues: 2 }))).message).toBe(
        'maxUsersWithInvalidValues allows 0, this changeset has 1, not 2',
      );
      expect((await apply({ tenantsWithInvalidValues: 2, usersWithInvalidValues: 1 })).revision).toBe(3);
    });

    it('is refused to be applied where another tenant would feel it than was planned', async () => {
      const { dream, plan, seed, state } = await start();
      const after = instead('seats: number, ', '');
      const planned = await plan(after);
      await seed.tenant('umbrella', { name: 'Umbrella', currency: 'EUR', region: 'us', attributes: { industry: 'x' } });
      expect((await plan(after)).fingerprint).toBe(planned.fingerprint);
      await seed.tenant('wayne', { name: 'Wayne', currency: 'EUR', region: 'us', attributes: { seats: 1 } });
      expect((await plan(after)).fingerprint).not.toBe(planned.fingerprint);
      await expect(dream.apply(applying(state(after), { expect: planned.fingerprint }))).rejects.toMatchObject({
        status: 409,
      });
    });
  });
});
