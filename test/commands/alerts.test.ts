import { expect, test } from 'vitest';
import { commandsOnPostgres } from '../support/commands.ts';
import { projectFolder } from '../support/project-folder.ts';

test('FR-A006 alerts list, firings and test say what is watched, what was raised, and what would have been', async () => {
  const dream = await commandsOnPostgres(
    projectFolder({
      'alerts.yaml': `kind: AlertRule
key: applies
name: Somebody applies
when: { action: revision.applied }
then: [{ event: security.applied }]
`,
    }),
  );
  expect((await dream('alerts', 'list')).stdout).toBe('There are no alert rules: nothing is watched.\n');
  expect((await dream('apply')).exitCode).toBe(0);
  const listed = await dream('alerts', 'list', '--json');
  expect(listed.json()).toMatchObject({
    rules: [
      { key: 'applies', name: 'Somebody applies', severity: 'medium', enabled: true, tags: [], lastFiring: null },
    ],
    pagination: { totalItems: 1 },
  });
  expect((await dream('alerts', 'list')).stdout).toMatch(/applies +medium +watching +never +Somebody applies/u);
  expect((await dream('alerts', 'firings')).stdout).toBe('No alarm was raised yet.\n');
  expect((await dream('alerts', 'firings', '--rule', 'applies', '--json')).json()).toEqual({
    firings: [],
    hasMore: false,
    nextCursor: null,
  });
  const tried = await dream('alerts', 'test', 'applies', '--since', '2020-01-01', '--json');
  expect(tried.json()).toMatchObject({ rule: 'applies', count: 0, since: '2020-01-01T00:00:00.000Z', complete: true });
  expect((await dream('alerts', 'test', 'applies')).stdout).toMatch(/^applies would have been raised not once over /u);
  const unknown = await dream('alerts', 'test', 'aplies');
  expect(unknown.stderr).toContain('The files have no alert rule aplies.');
  expect(unknown.stderr).toContain('Did you mean `applies`?');
});
