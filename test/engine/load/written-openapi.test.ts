import { expect, test } from 'vitest';
import { brief, loadFiles } from '../../support/project-folder.ts';

const head = '# Written by dream generate openapi; do not edit.';
const plan = 'kind: Plan\nkey: pro\n';

test.each(['\n', '\r\n'])('a document of the API is passed over wherever it stands: %j', async (end) => {
  const document = [head, 'openapi: "3.1.1"', 'info: {}', ''].join(end);
  const { configuration, diagnostics, fileCount } = await loadFiles({
    'plans.yaml': plan,
    'openapi.yaml': document,
    'api/billing/billing.yml': document,
  });
  expect(diagnostics).toStrictEqual([]);
  expect(fileCount).toBe(2);
  expect(configuration?.desiredState('production').resources.map(({ key }) => key)).toStrictEqual(['pro']);
});

test('what begins otherwise is configuration, even where that line stands further down or goes on', async () => {
  const files = {
    'after.yaml': `\n${head}\nopenapi: "3.1.1"\n`,
    'longer.yaml': `${head} Or do.\nopenapi: "3.1.1"\n`,
    'none.yaml': 'openapi: "3.1.1"\n',
  };
  const { configuration, diagnostics } = await loadFiles(files);
  expect(configuration).toBeNull();
  expect(diagnostics.map(brief)).toStrictEqual([
    'after.yaml:3:1 document/no-kind',
    'longer.yaml:2:1 document/no-kind',
    'none.yaml:1:1 document/no-kind',
  ]);
});
