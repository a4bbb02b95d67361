import { describe, expect, it } from 'vitest';
import type { Database } from '../../../../../src/db/contract.ts';
import { rememberContexts } from '../../../../../src/components/features/reports/seen/queries.ts';
import type { Changeset } from '../../../../../src/engine/changeset/changeset.ts';
import type { JsonObject } from '../../../../../src/engine/json.ts';
import type { Resource } from '../../../../../src/engine/resource.ts';
import { formatChangeset } from '../../../../../src/views/changeset-text.ts';
import { formatChangesetMarkdown } from '../../../../../src/views/changeset-markdown.ts';
import { plainStyle } from '../../../../../src/views/style.ts';
import { applying, controlPlaneOn, desired, resource } from '../../../../support/control-plane.ts';
import { anyDatabase } from '../../../../support/databases.ts';
import { inEnvironment } from '../../../../support/directory.ts';

const variations = { on: true, off: false };
const exportFlag = resource('Flag', 'export', { variations, entitlement: 'export', fallthrough: 'on' });
const cart = (more: JsonObject) => resource('Flag', 'new-cart', { variations, fallthrough: 'off', ...more });
const beta = (users: readonly string[]) => resource('Segment', 'beta', { include: { user: users } });
const byBeta = { rules: [{ if: { segment: 'beta' }, serve: 'on' }] };
const granted = (plans: JsonObject) => resource('Entitlement', 'export', { type: 'switch', plans });
const plans = [resource('Plan', 'free', { rank: 1 }), resource('Plan', 'pro', { rank: 2 })];

const contexts: readonly JsonObject[] = [
  { user: { key: 'ada' }, tenant: { key: 'globex', plan: 'pro' } },
  { user: { key: 'bob' }, tenant: { key: 'initech', plan: 'free' } },
  { user: { key: 'cy' }, device: { key: '7f3a' } },
  { tenant: { key: 'hooli' } },
];

function of({ changes }: Changeset, name: string): string | undefined {
  return changes.find(({ key, kind }) => `${kind}/${key}` === name)?.impact.reason;
}

anyDatabase((databases) => {
  async function start(resources: readonly Resource[], seen: readonly JsonObject[] = contexts) {
    const database: Database = await databases.shared();
    const dream = await controlPlaneOn(database);
    await dream.apply(applying(desired(resources)));
    const see = (some: readonly JsonObject[]) =>
      inEnvironment(database, (session) => rememberContexts(session, some, new Date()));
    await see(seen);
    return { dream, see, plan: (after: readonly Resource[]) => dream.plan(desired(after), { adopt: false }) };
  }

  describe('the impact of flags', () => {
    it('SD-07 names who gets another variation, through segments and other flags too', async () => {
      const resting = resource('Flag', 'fast-cart', {
        variations,
        fallthrough: 'on',
        prerequisites: { 'new-cart': 'on' },
      });
      const { plan } = await start([beta(['ada']), cart(byBeta), resting]);
      const changeset = await plan([beta(['ada', 'bob', 'cy']), cart(byBeta), resting]);
      const { impact } = changeset.changes[0] ?? {};
      expect(impact).toMatchObject({ status: 'some', figures: { contextsFlipped: 2 } });
      expect(impact?.effects).toEqual(
        ['fast-cart', 'new-cart'].map((flag) => ({
          figure: 'contextsFlipped',
          text: `${flag}: 2 seen contexts get on instead of off`,
          count: 2,
          affected: [
            {
              name: 'bob in initech',
              tenant: 'initech',
              subject: { type: 'context', id: '{"tenant":"initech","user":"bob"}' },
              before: { variation: 'off', value: false },
              after: { variation: 'on', value: true },
            },
            {
              name: 'cy with device 7f3a',
              subject: { type: 'context', id: '{"device":"7f3a","user":"cy"}' },
              before: { variation: 'off', value: false },
              after: { variation: 'on', value: true },
            },
          ],
        })),
      );
    });

    it('FR-F002 follows entitlements to the flags that ask for them', async () => {
      const { plan } = await start([...plans, granted({ pro: true }), exportFlag]);
      const changeset = await plan([...plans, granted({ free: true, pro: true }), exportFlag]);
      expect(of(changeset, 'Entitlement/export')).toBe('export: 1 seen context gets on instead of off');
    });

    it('says what is left where a flag or its value goes', async () => {
      const others = resource('Flag', 'prices', { variations: { a: { x: 1 }, b: { x: 2 } }, fallthrough: 'a' });
      const { plan } = await start([cart({ fallthrough: 'on' }), others]);
      const changed = resource('Flag', 'prices', { variations: { a: { x: 9 }, b: { x: 2 } }, fallthrough: 'a' });
      const changeset = await plan([changed]);
      expect(of(changeset, 'Flag/prices')).toBe('4 seen contexts get another value of a');
      expect(of(changeset, 'Flag/new-cart')).toBe('4 seen contexts get the default given in code instead of on');
      expect(changeset.impact).toMatchObject({ figures: { contextsFlipped: 4 }, unknownFigures: [] });
    });

    it('says nobody where nobody gets another value, and why it cannot know', async () => {
      const { plan, see } = await start([cart(byBeta), beta(['ada'])], []);
      const unknown = await plan([cart(byBeta), beta([])]);
      expect(unknown.changes[0]?.impact).toMatchObject({
        status: 'unknown',
        reason: 'whom it gives another variation is not known: no contexts have been reported for this environment',
        unknownFigures: ['contextsFlipped'],
      });
      await see(contexts.slice(1));
      expect(of(await plan([cart(byBeta), beta([])]), 'Segment/beta')).toBe(
        'none of the 3 contexts seen lately gets another value',
      );
      expect(of(await plan([cart({ ...byBeta, owner: 'shop' }), beta(['ada'])]), 'Flag/new-cart')).toBe(
        'only fields change that no evaluation looks at',
      );
    });

    it('does not take a sensitive attribute that nobody reports for one that nobody has', async () => {
      const described = resource('ContextKind', 'user', { attributes: { email: { type: 'string', sensitive: true } } });
      const staff = (domain: string) =>
        resource('Segment', 'staff', { rules: [{ if: { 'user.email': { endsWith: domain } } }] });
      const resting = resource('Flag', 'fast-cart', {
        variations,
        fallthrough: 'off',
        rules: [{ if: { segment: 'staff' }, serve: 'on' }],
      });
      const live = [described, staff('@acme.com'), resting, cart(byBeta), beta(['ada'])];
      const { plan } = await start(live);
      const reason =
        'whom it gives another variation is known in part only: user.email is sensitive and never reported';
      const bySegment = await plan([described, staff('@globex.com'), resting, cart(byBeta), beta(['ada'])]);
      expect(bySegment.changes.map(({ impact }) => impact)).toEqual([
        { status: 'unknown', reason, unknownFigures: ['contextsFlipped'] },
      ]);
      const some = await plan([
        described,
        staff('@acme.com'),
        resting,
        cart({ rules: [{ if: { 'user.key': 'bob', not: { 'user.email': { exists: true } } }, serve: 'on' }] }),
        beta(['ada']),
      ]);
      expect(some.changes[0]?.impact).toMatchObject({
        status: 'some',
        figures: { contextsFlipped: 2 },
        unknownFigures: ['contextsFlipped'],
        unknownReasons: [reason],
      });
      const away = await plan([described, staff('@acme.com'), resting, cart(byBeta), beta(['ada', 'bob'])]);
      expect(away.changes[0]?.impact).toMatchObject({ status: 'some', figures: { contextsFlipped: 1 } });
      expect(away.impact?.unknownFigures).toEqual([]);
    });

    it('does not call unknown what is the same whatever a sensitive attribute would be', async () => {
      const described = resource('ContextKind', 'user', { attributes: { email: { type: 'string', sensitive: true } } });
      const staff = resource('Segment', 'staff', { rules: [{ if: { 'user.email': { endsWith: '@acme.com' } } }] });
      const more = (rules: readonly JsonObject[], fallthrough: string | JsonObject = 'off') =>
        cart({ rules: [{ if: { segment: 'staff' }, serve: 'on' }, ...rules], fallthrough });
      const { plan } = await start([described, staff, more([])]);
      const impactOf = async (...after: readonly Resource[]) => {
        const { changes } = await plan([described, staff, ...after]);
        const { reason, status, unknownFigures = [] } = changes[0]?.impact ?? {};
        return [status, reason, ...unknownFigures];
      };
      const nobody = ['none', 'none of the 4 contexts seen lately gets another value'];
      expect(await impactOf(more([{ if: { 'user.key': 'eve' }, serve: 'on' }]))).toEqual(nobody);
      expect(await impactOf(more([{ if: { segment: 'staff' }, serve: 'off' }]))).toEqual(nobody);
      expect(
        await impactOf(more([{ if: { 'user.key': 'eve', 'user.email': { exists: true } }, serve: 'on' }])),
      ).toEqual(nobody);
      // For whoever is staff nothing changes.
      const some = await impactOf(more([{ if: { 'user.key': 'bob' }, serve: 'on' }]));
      expect([some[0], some[2]]).toEqual(['some', 'contextsFlipped']);
      // A rollout deals by what nobody knows.
      const dealt = await impactOf(more([], { rollout: { on: 0, off: 100 }, by: 'user.email' }));
      expect(dealt[2]).toBe('contextsFlipped');
    });

    it('tells a flip with the changes that stand behind it, and with no other', async () => {
      const both = resource('Flag', 'fast-cart', {
        variations,
        fallthrough: 'off',
        prerequisites: { 'new-cart': 'on' },
        rules: [{ if: { segment: 'beta' }, serve: 'on' }],
      });
      const { plan } = await start([beta(['ada']), cart(byBeta), both]);
      const off = 'none of the 4 contexts seen lately gets another value';
      // Either of the two alone gives bob the new cart, but only the segment gives him the fast one.
      const either = await plan([beta(['ada', 'bob']), cart({ ...byBeta, fallthrough: 'on' }), both]);
      expect(of(either, 'Segment/beta')).toBe(
        'fast-cart: 1 seen context gets on instead of off; new-cart: 1 seen context gets on instead of off',
      );
      expect(of(either, 'Flag/new-cart')).toBe('3 seen contexts get on instead of off');
      expect(either.impact?.figures).toEqual({ contextsFlipped: 3 });
      // The segment decides nothing any more.
      const one = await plan([
        beta(['ada', 'bob']),
        cart({ fallthrough: 'on' }),
        resource('Flag', 'fast-cart', { variations, fallthrough: 'off' }),
      ]);
      expect(of(one, 'Segment/beta')).toBe(off);
      expect(of(one, 'Flag/new-cart')).toBe('3 seen contexts get on instead of off');
      expect(of(one, 'Flag/fast-cart')).toBe('1 seen context gets off instead of on');
      // Bob needs both.
      const dark = (state: string) =>
        resource('Flag', 'dark', { variations, state, offVariation: 'off', ...byBeta, fallthrough: 'off' });
      const { plan: planDark } = await start([beta(['ada']), dark('off')]);
      const together = await planDark([beta(['ada', 'bob']), dark('on')]);
      expect(of(together, 'Flag/dark')).toBe('2 seen contexts get on instead of off');
      expect(of(together, 'Segment/beta')).toBe('dark: 1 seen context gets on instead of off');
    });

    it('does not make a plan stale when others are seen, and does when they fare otherwise', async () => {
      const { dream, plan, see } = await start([beta(['ada']), cart(byBeta)]);
      const after = [beta(['ada', 'bob']), cart(byBeta)];
      const { fingerprint } = await plan(after);
      await see([{ user: { key: 'bob' } }]);
      const again = await plan(after);
      expect(again.impact?.figures).toEqual({ contextsFlipped: 2 });
      expect(again.fingerprint).toBe(fingerprint);
      await dream.apply(applying(desired(after), { expect: fingerprint }));
    });

    it('reads well', async () => {
      const { plan } = await start([...plans, granted({ pro: true }), exportFlag, beta(['ada']), cart(byBeta)]);
      const changeset = await plan([
        ...plans,
        granted({ free: true, pro: true }),
        exportFlag,
        beta(['ada', 'bob']),
        cart({ ...byBeta, fallthrough: { rollout: { on: 50, off: 50 } } }),
      ]);
      const text = formatChangeset(changeset, { style: plainStyle, width: 110 });
      expect(text).toContain('impact: export: 1 seen context gets on instead of off: bob in initech');
      expect(text).toContain('impact: 2 seen contexts get another value of a flag');
      expect(formatChangesetMarkdown(changeset)).toContain(
        '- update <code>Entitlement/export</code>: **export: 1 seen context gets on instead of off: bob in initech**',
      );
      expect(changeset.impact?.figures['contextsFlipped']).toBe(2);
    });
  });
});
