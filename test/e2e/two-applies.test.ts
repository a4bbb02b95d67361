import { expect, it } from 'vitest';
import { acmeProject, edit } from '../support/acme-project.ts';
import { type Outcome, type Program, program } from '../support/cli.ts';
import { commands } from '../support/commands.ts';
import { type DatabaseKind, newPostgresDatabase } from '../support/databases.ts';
import { itInLongRuns } from '../support/it-in-long-runs.ts';

/** Somebody with a copy of the project. */
interface Person {
  /** One command after the other, whoever asks. */
  readonly inTurn: Program;
  /** Each in a process of its own, beside those of others. */
  readonly atOnce: Program;
}

async function person(name: string, directory: string, variables: Readonly<Record<string, string>>): Promise<Person> {
  const env = { ...variables, DREAM_AUTHOR: `${name}@acme.com` };
  return { inTurn: commands(directory).with({ env }), atOnce: await program(directory, env) };
}

/** Two people with a copy of the project each, and one server between them. */
async function twoPeople(
  kind: DatabaseKind,
): Promise<{ readonly ada: Person; readonly bob: Person; readonly directories: readonly [string, string] }> {
  const directories = [acmeProject(), acmeProject()] as const;
  const home = await program(directories[0], kind === 'embedded' ? {} : { DATABASE_URL: await newPostgresDatabase() });
  const { key } = (await home('keys', 'create', '--name', 'both', '--json')).json<{ readonly key: string }>();
  const { url } = await home.serve();
  const env = { DREAM_SERVER: url, DREAM_API_KEY: key };
  return { ada: await person('ada', directories[0], env), bob: await person('bob', directories[1], env), directories };
}

function split(outcomes: readonly [Outcome, Outcome]): { readonly winner: number; readonly loser: Outcome } {
  expect(outcomes.map(({ exitCode }) => exitCode).toSorted((a, b) => a - b)).toEqual([0, 1]);
  const winner = outcomes.findIndex(({ exitCode }) => exitCode === 0);
  return { winner, loser: outcomes[winner === 0 ? 1 : 0] };
}

// Every run tries it without a server between the two: below.
for (const kind of ['embedded', 'postgres'] as const) {
  itInLongRuns(
    `of two changesets applied at once one wins, and the other is told what moved: both values, who and when (on ${kind})`,
    async () => {
      const { ada, bob, directories } = await twoPeople(kind);
      expect((await ada.inTurn('apply')).exitCode).toBe(0);
      edit(directories[0], 'plans/pro.yaml', 'monthly: 49.00', 'monthly: 59.00');
      edit(directories[1], 'plans/pro.yaml', 'monthly: 49.00', 'monthly: 69.00');
      await Promise.all([ada.inTurn('plan', '--out', 'mine.json'), bob.inTurn('plan', '--out', 'mine.json')]);

      const racing = [ada.atOnce('apply', 'mine.json'), bob.atOnce('apply', 'mine.json')] as const;
      const { winner, loser } = split(await Promise.all(racing));
      const [won, lost, who] = winner === 0 ? ['59', '69', 'ada'] : ['69', '59', 'bob'];
      expect(loser.stderr).toContain('moved since the changeset was planned: Plan/pro');
      expect(loser.stderr).toContain('changes/stale');
      expect(loser.stderr).toMatch(
        new RegExp(
          `prices\\.USD\\.monthly.*${won}\\.00.*${lost}\\.00|prices\\.USD\\.monthly.*${lost}\\.00.*${won}\\.00`,
          'su',
        ),
      );
      expect(loser.stderr).toContain(`${who}@acme.com`);
      expect(loser.stderr).toMatch(/20\d\d-\d\d-\d\d/u);

      const json = await (winner === 0 ? bob : ada).inTurn('apply', 'mine.json', '--json');
      expect(json.exitCode).toBe(1);
      expect(json.json()).toMatchObject({
        success: false,
        error: {
          code: 'changes/stale',
          details: {
            conflicts: [
              {
                kind: 'Plan',
                key: 'pro',
                changedBy: `${who}@acme.com`,
                changedAt: expect.stringMatching(/^20\d\d-/u),
                fields: [{ path: 'prices.USD.monthly', live: `${won}.00`, desired: `${lost}.00` }],
              },
            ],
          },
        },
      });
      const { revisions } = (await ada.inTurn('history', '--json')).json<{
        readonly revisions: readonly { readonly author: string }[];
      }>();
      expect(revisions.map(({ author }) => author)).toEqual([`${who}@acme.com`, 'ada@acme.com']);

      // Equal values never conflict, and changes of other objects do not stand in each other's way.
      edit(directories[0], 'plans/free.yaml', 'kind: Plan', 'kind: Plan\nlabels: { by: both }');
      edit(directories[1], 'plans/free.yaml', 'kind: Plan', 'kind: Plan\nlabels: { by: both }');
      edit(directories[winner === 0 ? 1 : 0], 'plans/pro.yaml', `monthly: ${lost}.00`, `monthly: ${won}.00`);
      await Promise.all([ada.inTurn('plan', '--out', 'same.json'), bob.inTurn('plan', '--out', 'same.json')]);
      const both = await Promise.all([ada.atOnce('apply', 'same.json'), bob.atOnce('apply', 'same.json')]);
      expect(both.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual([
        [0, ''],
        [0, ''],
      ]);
    },
  );
}

it('of two applies in processes of their own on one PostgreSQL, neither overwrites the other unseen', async () => {
  const directories = [acmeProject(), acmeProject()] as const;
  const url = await newPostgresDatabase();
  const ada = await person('ada', directories[0], { DATABASE_URL: url });
  const bob = await person('bob', directories[1], { DATABASE_URL: url });
  expect((await ada.inTurn('apply')).exitCode).toBe(0);
  edit(directories[0], 'plans/pro.yaml', 'monthly: 49.00', 'monthly: 59.00');
  edit(directories[1], 'plans/pro.yaml', 'monthly: 49.00', 'monthly: 69.00');
  await Promise.all([ada.inTurn('plan', '--out', 'mine.json'), bob.inTurn('plan', '--out', 'mine.json')]);
  const racing = [ada.atOnce('apply', 'mine.json'), bob.atOnce('apply', 'mine.json')] as const;
  const { winner, loser } = split(await Promise.all(racing));
  expect(loser.stderr).toContain('changes/stale');
  expect(loser.stderr).toContain('moved since the changeset was planned: Plan/pro');
  const [won, lost] = winner === 0 ? ['59.00', '69.00'] : ['69.00', '59.00'];
  for (const value of [won, lost]) expect(loser.stderr).toContain(value);
  expect(loser.stderr).toContain(`${winner === 0 ? 'ada' : 'bob'}@acme.com`);
});
