import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../support/commands.ts';
import { projectFolder } from '../support/project-folder.ts';

test('schema prints the same with --json, also when it writes a file', async () => {
  const directory = projectFolder({});
  const dream = commands(directory);
  const { stdout } = await dream('schema');
  expect(await dream('schema', '--json')).toMatchObject({ exitCode: 0, stderr: '', stdout });
  const out = join(directory, 'schema.json');
  expect(await dream('schema', '--json', '--out', out)).toMatchObject({ exitCode: 0, stderr: '', stdout });
  expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(JSON.parse(stdout));
});

test.each([
  [['completion', 'bash'], 'hint: It prints a script, which a shell reads as it stands.'],
  [['dev'], 'hint: It goes on until it is stopped: --ndjson prints each thing that happens as JSON'],
  [['events', 'tail'], 'hint: Use --ndjson: it prints each event as JSON'],
  [['audit', 'tail'], 'hint: Use --ndjson: it prints each entry as JSON'],
])('%j says why it has no --json, and what it has in its place', async (words, hint) => {
  const { exitCode, stderr, stdout } = await commands(projectFolder({}))(...words, '--json');
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toContain('This command has no --json.');
  expect(stderr).toContain(hint);
});
