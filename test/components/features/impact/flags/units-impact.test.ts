import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Resource } from '../../../../../src/engine/resource.ts';
import { applying, controlPlaneOn, desired, resource } from '../../../../support/control-plane.ts';
import { anyDatabase } from '../../../../support/databases.ts';
import { inEnvironment } from '../../../../support/directory.ts';

const dealt = { variations: { a: 'a', b: 'b' }, fallthrough: { rollout: { a: 50, b: 50 }, by: 'user.key' } };
const flag = (key: string, { from, sticky = true }: { from?: string; sticky?: boolean } = {}): Resource =>
  resource('Flag', key, { ...dealt, fallthrough: { ...dealt.fallthrough, sticky } }, from);
const ordered = resource('EventSchema', 'ordered', {});
const experiment = { control: 'a', metrics: [{ key: 'orders', event: 'ordered', measure: 'count' }] };
const measured = (key: string, from?: string): Resource => resource('Flag', key, { ...dealt, experiment }, from);

anyDatabase((databases) => {
  async function start(resources: readonly Resource[]) {
    const database = await databases.shared();
    const dream = await controlPlaneOn(database);
    await dream.apply(applying(desired(resources)));
    const keep = (rows: readonly (readonly [flag: string, tenant: string, unit: string, variation: string])[]) =>
      inEnvironment(database, async ({ environmentId, tx }) => {
        for (const [key, tenant, unit, variation] of rows) {
          await tx.execute(sql`insert into sticky_assignments
            values (${environmentId}, ${tenant}, ${`user.key=${unit}`}, ${key}, ${variation}, now(), now())`);
        }
      });
    const expose = (rows: readonly (readonly [flag: string, unit: string, variation: string])[]) =>
      inEnvironment(database, async ({ environmentId, tx }) => {
        for (const [key, unit, variation] of rows) {
          await tx.execute(sql`insert into exposures
            values (${environmentId}, '', ${key}, ${`user.key=${unit}`}, ${variation}, now())`);
        }
      });
    const kept = () =>
      inEnvironment(database, async ({ tx }) => {
        const { rows } = await tx.execute<{ who: string }>(
          sql`select flag || ' ' || unit || ' ' || variation as who from sticky_assignments order by 1`,
        );
        return rows.map(({ who }) => who);
      });
    const impactOf = async (...after: readonly Resource[]) => {
      const { changes } = await dream.plan(desired(after), { adopt: false });
      return changes.find(({ kind }) => kind === 'Flag')?.impact;
    };
    return { dream, expose, impactOf, keep, kept };
  }

  describe('the impact of a flag that goes, or is renamed', () => {
    it('names whom its sticky rollout dealt something for good, and whom it keeps so under its new name', async () => {
      const { impactOf, keep } = await start([flag('theme'), flag('other')]);
      await keep([
        ['theme', 'acme', 'ada', 'a'],
        ['theme', '', 'bob', 'b'],
        ['theme', '-', 'bob', 'b'],
        ['other', 'acme', 'cy', 'a'],
      ]);
      expect(await impactOf(flag('other'))).toMatchObject({
        status: 'some',
        figures: { unitsLosingVariation: 2 },
        effects: [
          {
            text: '2 units that were dealt a variation for good keep it no more',
            affected: [{ name: 'user.key=ada', tenant: 'acme' }, { name: 'user.key=bob' }],
          },
        ],
      });
      expect(await impactOf(flag('look', { from: 'theme' }), flag('other'))).toMatchObject({
        figures: { unitsKeepingVariation: 2 },
        effects: [{ text: '2 units that were dealt a variation for good keep it under its new name' }],
      });
    });

    it('names who took part in its experiment, of which results know no more', async () => {
      const { expose, impactOf } = await start([ordered, measured('theme')]);
      await expose([
        ['theme', 'ada', 'a'],
        ['theme', 'ada', 'b'],
        ['other', 'bob', 'a'],
      ]);
      const left = {
        figures: { unitsLeavingResults: 1 },
        effects: [
          {
            text: '1 unit that took part in its experiment is left out of its results',
            affected: [{ name: 'user.key=ada' }],
          },
        ],
      };
      expect(await impactOf(ordered)).toMatchObject(left);
      expect(await impactOf(ordered, measured('look', 'theme'))).toMatchObject(left);
    });

    it('says nothing of units where none are kept, or none for good any more', async () => {
      const { dream, impactOf, keep } = await start([flag('theme')]);
      expect((await impactOf())?.figures).toBeUndefined();
      await dream.apply(applying(desired([flag('theme', { sticky: false })])));
      await keep([['theme', 'acme', 'ada', 'a']]);
      expect((await impactOf())?.figures).toBeUndefined();
    });
  });

  it('FR-F008 a unit keeps what it was dealt when the flag is renamed, and when that is rolled back', async () => {
    const { dream, keep, kept } = await start([flag('one'), flag('two'), flag('plain', { sticky: false })]);
    await keep([
      ['one', 'acme', 'ada', 'a'],
      ['two', 'acme', 'ada', 'b'],
      ['plain', 'acme', 'ada', 'b'],
      // Of a flag that was deleted once.
      ['first', 'acme', 'ada', 'b'],
    ]);
    const renamed = [flag('first', { from: 'one' }), flag('two'), flag('simple', { from: 'plain', sticky: false })];
    await dream.apply(applying(desired(renamed)));
    expect(await kept()).toEqual(['first user.key=ada a', 'plain user.key=ada b', 'two user.key=ada b']);
    await dream.rollback({ to: 1, dryRun: false, author: 'ada@acme.com' });
    expect(await kept()).toEqual(['one user.key=ada a', 'plain user.key=ada b', 'two user.key=ada b']);
  });
});
