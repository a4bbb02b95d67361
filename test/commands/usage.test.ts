import { describe, expect, test } from 'vitest';
import { commandTable } from '../../src/commands/entry/command-table.ts';
import { oclifPackage } from '../../src/commands/entry/oclif-package.ts';
import { route } from '../../src/commands/entry/route.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { runCommand, runDream } from './support/run-dream.ts';

describe('the command line', () => {
  test.each(['--version', '-v'])('%s prints name and version', async (option) => {
    expect(await runDream([option])).toEqual({ code: 0, err: '', out: `dream/${packageJson.version}\n` });
  });

  test.each([[[]], [['--help']], [['-h']], [['help']]])('%j lists the commands', async (args) => {
    const { code, out } = await runDream(args);
    expect(code).toBe(0);
    for (const word of ['validate', 'plan', 'apply', 'rollback', 'keys', 'secrets', 'db'])
      expect(out).toMatch(new RegExp(`^  ${word} `, 'mu'));
  });

  test.each([[['plan', '--help']], [['help', 'plan']], [['plan', '-C', 'x', '-h']]])(
    '%j explains one command',
    async (args) => {
      const { code, out } = await runDream(args);
      expect(code).toBe(0);
      expect(out).toContain('--detailed-exitcode');
      expect(out).toContain('USAGE\n  $ dream plan');
    },
  );

  // Otherwise the list of topics shows what the first command of one does.
  test('every topic of several commands says what it is about', () => {
    const topics = Object.keys(commandTable).flatMap((id) => (id.includes(':') ? [id.split(':')[0] ?? ''] : []));
    const described = Object.keys(oclifPackage('0.0.0').oclif.topics ?? {});
    expect(new Set(described)).toEqual(new Set(topics));
  });

  test('a topic alone shows its commands', async () => {
    const { code, out } = await runDream(['keys']);
    expect(code).toBe(0);
    expect(out).toContain('keys rotate');
  });

  test.each([
    [['validte'], 'There is no command validte.', 'Did you mean `validate`?'],
    [['organisations'], 'There is no command organisations.', 'dream --help lists the commands.'],
    [['keys', 'creat'], 'There is no command keys creat.', 'Did you mean `keys create`?'],
    [['plan', '--jsn'], 'There is no option --jsn.', 'Did you mean `--json`?'],
    [['plan', '--markdwn=1'], 'There is no option --markdwn.', 'Did you mean `--markdown`?'],
    [['rollback'], 'Missing argument revision: Revision to go back to.', '--help'],
    [['users', 'assign'], 'Missing arguments id and role.  cli/usage', '--help'],
    [['access', 'check', '--role', 'x'], 'Missing arguments user, action and resource.  cli/usage', '--help'],
    [['rollback', 'x'], 'Argument revision: x is not the number of a revision.', 'Revisions count from 1.'],
    [['rollback', '-1'], '-1', ''],
    [['history', '0'], 'Argument revision: 0 is not the number of a revision.', 'Revisions count from 1.'],
    [
      ['apply', '--approve', 'nope'],
      'error  Option --approve: nope is not the fingerprint of a changeset.',
      'first 8 characters',
    ],
    [['secrets', 'set', 'Bad-Name'], 'Argument name: Bad-Name is not the name of a secret.', 'begins with no digit'],
    [['diff', 'a', '2'], 'Argument from: a is not the number of a revision.', '0 is the empty environment'],
    [['diff', '1', '2.5'], 'Argument to: 2.5 is not the number of a revision.', ''],
    [['plan', '--env'], 'Option --env expects a value', '--help'],
    [['diff', '1', '2', '3'], 'Unexpected argument: 3', '--help'],
    [['completion', 'tcsh'], 'Expected tcsh to be one of: bash, zsh, fish', '--help'],
    [['keys', 'rotate', 'key_1', '--overlap', 'soon'], 'soon is not a duration.', 'Write 90d, 24h, 30m or 10s.'],
    [
      ['flags', 'evaluate', '--batch', 'x', '--explain'],
      'Options --batch and --explain cannot be used together.',
      '--help',
    ],
    [['--frobnicate'], 'There is no option --frobnicate.', ''],
  ])('%j is answered with a sentence and exit code 1', async (args, message, hint) => {
    const { code, err, out } = await runCommand(args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(message);
    expect(err).toContain(hint);
    expect(err).not.toMatch(/\n\s+at /u);
    expect(err.split('\n').length).toBeLessThanOrEqual(4);
  });

  test('P02 with --json a mistake in the usage has the shape of every error', async () => {
    for (const args of [
      ['plan', '--jsn', '--json'],
      ['validte', '--json'],
      ['plan', '--json', '--markdown'],
    ]) {
      const { code, err, out } = await runDream(args);
      expect({ code, err }).toEqual({ code: 1, err: '' });
      // No server was asked, hence there is no request to name.
      expect(out).not.toContain('requestId');
      expect(JSON.parse(out)).toMatchObject({
        success: false,
        error: {
          code: 'cli/usage',
          message: expect.any(String),
          userMessage: expect.any(String),
        },
      });
    }
  });
});

describe('route', () => {
  const ids = ['plan', 'keys:list', 'keys:create', 'db:promote'];

  test.each([
    [['plan', 'help'], { type: 'run', id: 'plan', argv: ['help'] }],
    [['keys', 'list', '--json'], { type: 'run', id: 'keys:list', argv: ['--json'] }],
    [['plan', '--', '--help'], { type: 'run', id: 'plan', argv: ['--', '--help'] }],
    [['help', 'keys', 'list'], { type: 'help', subject: ['keys', 'list'] }],
    [['keys', '-h'], { type: 'help', subject: ['keys'] }],
    [['keys', 'lst'], { type: 'unknown', words: 'keys lst', likely: ['keys list', 'keys create'] }],
    [
      ['constructor'],
      { type: 'unknown', words: 'constructor', likely: ['plan', 'keys list', 'keys create', 'db promote'] },
    ],
  ])('%j', (argv, expected) => {
    expect(route(argv, ids)).toEqual(expected);
  });
});
