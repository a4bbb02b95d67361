import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runDream } from './support/run-dream.ts';
import { projectFolder } from '../support/project-folder.ts';

const smallProject = {
  'dream.yaml': 'project: acme\nenvironments:\n  development: {}\n  production: { mode: live }\n',
  'plans.yaml': 'kind: Plan\nkey: pro\nname: Pro\nprices:\n  USD: { monthly: 49.00 }\n',
};
const broken = {
  ...smallProject,
  'plans.yaml': 'kind: Plan\nkey: pro\nname: Pro\nprices:\n  USD: { montly: 49.00 }\n',
  'flags.yaml': 'kind: Flagg\nkey: beta\n',
};

describe('dream validate', () => {
  test('accepts a valid project by its directory, by -C, and where it stands', async () => {
    const directory = projectFolder(smallProject);
    const expected = '✓ acme is valid: 1 resource in 2 files, for development and production.\n';
    expect(await runDream(['validate', directory])).toEqual({ code: 0, err: '', out: expected });
    expect(await runDream(['validate', '-C', directory])).toEqual({ code: 0, err: '', out: expected });
    expect(await runDream(['validate'], { cwd: directory })).toEqual({ code: 0, err: '', out: expected });
  });

  test('accepts the example', async () => {
    const { code, out } = await runDream(['validate', 'examples/acme']);
    expect(out).toMatch(/^✓ acme is valid: \d+ resources in \d+ files/u);
    expect(code).toBe(0);
  });

  test('prints every mistake with its place and exits with 1', async () => {
    const directory = projectFolder(broken);
    const { code, err, out } = await runDream(['validate', directory]);
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(`\n${out}`).toBe(`
flags.yaml:1:7  error  There is no kind \`Flagg\`.  document/unknown-kind
  1 │ kind: Flagg
    │       ^^^^^
    hint: Did you mean \`Flag\`?

plans.yaml:5:10  error  \`montly\` is not a field of \`prices.USD\`.  field/unknown
  4 │ prices:
  5 │   USD: { montly: 49.00 }
    │          ^^^^^^
    hint: Did you mean \`monthly\`?

2 errors in 2 files
`);
  });

  test('shows no line of a file in another encoding, which nobody could read', async () => {
    const role = 'kind: Role\nkey: r\n';
    const directory = projectFolder({ 'dream.yaml': smallProject['dream.yaml'] });
    writeFileSync(join(directory, 'marked.yaml'), Buffer.from(`\ufeff${role}`, 'utf16le'));
    writeFileSync(join(directory, 'plain.yaml'), Buffer.from(role, 'utf16le'));
    const { code, out } = await runDream(['validate', directory]);
    expect(code).toBe(1);
    expect(`\n${out}`).toBe(`
marked.yaml:1:1  error  This file is encoded as UTF-16; it must be UTF-8.  file/encoding
    hint: Save the file as UTF-8.

plain.yaml:1:1  error  This file is encoded as UTF-16; it must be UTF-8.  file/encoding
    hint: Save the file as UTF-8.

2 errors in 2 files
`);
  });

  test('with --json prints nothing but JSON, positions 1-based', async () => {
    const directory = projectFolder(broken);
    const { code, err, out } = await runDream(['validate', directory, '--json']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const result = JSON.parse(out);
    expect(result).toMatchObject({ valid: false });
    expect(result.diagnostics[1]).toEqual({
      code: 'field/unknown',
      severity: 'error',
      message: '`montly` is not a field of `prices.USD`.',
      file: 'plans.yaml',
      start: { line: 5, column: 10 },
      end: { line: 5, column: 16 },
      hint: 'Did you mean `monthly`?',
    });
  });

  test('says what is missing where there is no project, without a stack trace', async () => {
    const { code, out } = await runDream(['validate', '/nowhere/at/all']);
    expect(code).toBe(1);
    expect(out).toContain('There is no dream.yaml in /nowhere/at/all.');
    expect(out).not.toMatch(/\bat .*:\d+:\d+\)/u);
  });

  test('does not swallow what is piped into it', async () => {
    const directory = projectFolder(smallProject);
    const { code } = await runDream(['validate'], { cwd: directory, input: 'something else\n' });
    expect(code).toBe(0);
  });

  test('colours only when asked to, in a pipe', async () => {
    const directory = projectFolder(broken);
    const escape = '\u001b[';
    expect((await runDream(['validate', directory])).out).not.toContain(escape);
    expect((await runDream(['validate', directory], { env: { FORCE_COLOR: '1' } })).out).toContain(escape);
    expect((await runDream(['validate', directory, '--no-color'], { env: { FORCE_COLOR: '1' } })).out).not.toContain(
      escape,
    );
  });
});
