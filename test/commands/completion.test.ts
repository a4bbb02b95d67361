import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { program } from '../support/cli.ts';

describe('dream completion', () => {
  test('bash completes commands, their options, and the values of an option', async () => {
    const dream = await program('.');
    const { stdout: script } = await dream('completion', 'bash');
    const complete = async (...words: readonly string[]): Promise<readonly string[]> => {
      const setup = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _dream; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout } = await execa('bash', ['--norc', '-c', `${script}\n${setup}`]);
      return stdout.split('\n');
    };
    expect(await complete('dream', 'va')).toEqual(['validate']);
    expect(await complete('dream', 'keys', 'r')).toEqual(expect.arrayContaining(['rotate', 'revoke']));
    expect(await complete('dream', 'plan', '--det')).toEqual(['--detailed-exitcode']);
    expect(await complete('dream', 'keys', 'create', '--ty')).toEqual(['--type']);
    expect(await complete('dream', 'keys', 'create', '--type', 's')).toEqual(['secret']);
    expect(await complete('dream', 'apply', '--xyz')).toEqual(['']);
  });

  test.each(['bash', 'zsh', 'fish'])('%s knows every command', async (shell) => {
    const dream = await program('.');
    const { stdout } = await dream('completion', shell);
    for (const word of ['validate', 'rollback', 'rotate', 'promote', 'detailed-exitcode'])
      expect(stdout).toContain(word);
  });
});
