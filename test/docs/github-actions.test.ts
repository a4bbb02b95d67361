import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { read } from '../support/documents.ts';

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: {
    readonly [name: string]: {
      readonly permissions: { readonly [area: string]: string };
      readonly environment?: string;
      readonly 'timeout-minutes': number;
      readonly steps: readonly {
        readonly uses?: string;
        readonly run?: string;
        readonly env?: Record<string, string>;
      }[];
    };
  };
}

const text = read('examples/ci/github-actions.yml');
const workflow: Workflow = parse(text);
const jobs = Object.entries(workflow.jobs);

test('the workflow asks for no more permissions than it needs', () => {
  expect(workflow.permissions).toEqual({});
  expect(Object.fromEntries(jobs.map(([name, job]) => [name, job.permissions]))).toEqual({
    review: { contents: 'read', 'pull-requests': 'write' },
    plan: { contents: 'read' },
    apply: { contents: 'read' },
  });
});

test('the key that may apply is seen by the protected job alone, and every key comes from a secret', () => {
  const uses = jobs.flatMap(([name, { steps }]) =>
    steps.flatMap(({ env }) => (env?.['DREAM_API_KEY'] ? [[name, env['DREAM_API_KEY']]] : [])),
  );
  expect(uses).toEqual([
    ['review', '${{ secrets.DREAM_PLAN_KEY }}'],
    ['plan', '${{ secrets.DREAM_PLAN_KEY }}'],
    ['apply', '${{ secrets.DREAM_APPLY_KEY }}'],
  ]);
  expect(jobs.filter(([, job]) => job.environment !== undefined).map(([name]) => name)).toEqual(['apply']);
});

test('every action is pinned by a tag and every job has a time limit', () => {
  const actions = jobs.flatMap(([, { steps }]) => steps.flatMap(({ uses }) => uses ?? []));
  expect(actions.length).toBeGreaterThan(5);
  expect(actions.filter((action) => !/^actions\/[a-z-]+@v\d+$/.test(action))).toEqual([]);
  expect(jobs.filter(([, job]) => !(job['timeout-minutes'] > 0))).toEqual([]);
});

test('nothing that a stranger can write is put into a shell command', () => {
  const commands = jobs.flatMap(([, { steps }]) => steps.flatMap(({ run }) => run ?? []));
  expect(commands.filter((command) => command.includes('${{'))).toEqual([]);
});
