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
    expect(await complete('dream', 'completion', '')).toEqual(['bash', 'zsh', 'fish']);
    expect(await complete('dream', 'completion', 'bash', '')).toEqual(['']);
    expect(await complete('dream', '-C', '/tmp', 'va')).toEqual(['validate']);
    expect(await complete('dream', '-C', '/tmp', 'plan', '--js')).toEqual(['--json']);
    expect(await complete('dream', '--dir', '=', '/tmp', 'keys', 'rot')).toEqual(['rotate']);
    expect(await complete('dream', '--json', 'keys', '--env', 'x', 'create', '--type', 's')).toEqual(['secret']);
    expect(await complete('dream', 'plan', '-C', '')).toEqual(['']);
  });

  test.each([
    ['bash', "'completion 0') list='bash zsh fish'"],
    ['zsh', "'2:shell:(bash zsh fish)'"],
    ['fish', "'__dream_at completion' -f -a zsh"],
  ])('%s knows every command, the values of arguments, and which options take a value', async (shell, offered) => {
    const dream = await program('.');
    const { stdout } = await dream('completion', shell);
    for (const word of ['validate', 'rollback', 'rotate', 'promote', 'detailed-exitcode'])
      expect(stdout).toContain(word);
    expect(stdout).toContain(offered);
    expect(stdout).toMatch(/--dir[ |].*--env[ |].*-C[ |)]/u);
  });
});
