import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { flag, flagServer } from '../components/features/delivery/support/flag-server.ts';
import { commands } from '../support/commands.ts';
import { useDatabases } from '../support/databases.ts';
import { projectFolder } from '../support/project-folder.ts';

const databases = useDatabases('embedded');
const varied = (key: string) => `kind: Flag
key: ${key}
variations: { on: true, off: false }
fallthrough: { rollout: { on: 50, off: 50 } }
`;

test('CP-06 flags stale asks a server which flags nobody evaluates', async () => {
  const server = await flagServer(await databases.shared());
  await server.apply([flag('asked', true), flag('unasked', true)]);
  const { key } = await server.key('secret');
  const directory = projectFolder({
    'dream.yaml': 'project: acme\nenvironments:\n  development: {}\n  production: {}\n',
    'flags.yaml': ['asked', 'unasked', 'not-live'].map(varied).join('---\n'),
  });
  const dream = commands(directory).with({ env: { DREAM_API_KEY: key } });
  const stale = (...more: readonly string[]) => dream('flags', 'stale', '--server', server.url, ...more);

  expect(await stale()).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('--env') });
  expect(await stale('--env', 'development', '--check')).toMatchObject({
    exitCode: 0,
    stdout: '✓ None of 3 flags is stale.\n',
    stderr: 'Nobody has reported yet what is evaluated in development, so that is not known.\n',
  });
  await server.send('POST', '/v1/flag-reports', {
    counts: [{ flag: 'asked', variation: 'on', reason: 'STATIC', count: 1 }],
  });
  const found = await stale('--env', 'development', '--check');
  expect(found).toMatchObject({ exitCode: 2, stderr: '' });
  expect(found.stdout.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/gu, 'THEN')).toBe(
    'unasked  flags.yaml\n  Never evaluated in development since THEN, from when on it is counted.\n\n1 stale flag of 3\n',
  );
  const json = (await stale('--env', 'development', '--json')).json();
  const validate = new Ajv2020({ strict: false }).compile(
    JSON.parse(readFileSync('test/golden/output/flags-stale.schema.json', 'utf8')),
  );
  validate(json);
  expect(validate.errors).toBe(null);
  expect(json).toMatchObject({ stale: [{ flag: { key: 'unasked' }, reasons: [{ why: 'never-evaluated' }] }] });
});
