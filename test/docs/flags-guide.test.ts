import { expect, test } from 'vitest';
import { evaluateFlag } from '../../src/app/flags/evaluate-flag.ts';
import { loadProject } from '../../src/app/load-project.ts';
import { createLocalHost } from '../../src/app/local-host.ts';
import { read } from '../support/documents.ts';
import { projectFolder } from '../support/project-folder.ts';

const guide = read('docs/guides/flags.md');
const blocks = (language: string): readonly string[] =>
  [...guide.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].flatMap(([, name, text = '']) => (name === language ? [text] : []));

test('CP-06 what the guide to flags writes is valid, and its context gets what its rules say', async () => {
  const host = createLocalHost();
  const directory = projectFolder({
    'dream.yaml': 'project: guide\nenvironments: { development: {}, production: { mode: live } }\n',
    'guide.yaml': blocks('yaml').join('---\n'),
  });
  const { configuration, diagnostics } = await loadProject(directory, host);
  expect(diagnostics).toEqual([]);
  if (configuration === null) throw new Error('the guide has mistakes');
  const asked = { key: 'express-checkout', environment: 'production', context: blocks('json')[0], explain: false };
  const { answer } = await evaluateFlag(configuration, asked, host);
  expect(answer).toEqual({ key: 'express-checkout', value: true, variant: 'on', reason: 'TARGETING_MATCH' });
});
