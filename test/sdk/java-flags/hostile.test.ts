// Contexts, listeners, threads and interruptions that a program of a user may come up with.
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { hasJdk, jdkNeeds } from '../java/jdk.ts';
import { flagProgram } from './flag-programs.ts';

if (hasJdk()) {
  test('P04 nothing makes a client of Java throw, hang, miscount, leak threads or show half of an update', async () => {
    const { stderr, stdout } = await execa('java', await flagProgram('HostileFlags'));
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual([
      'contexts',
      'listeners',
      'threads',
      'interruptions',
      'threads of closed clients',
      'clients that are not closed',
    ]);
  });
} else {
  test(`the flags of the SDK for Java are not tried by hostile programs: there is no ${jdkNeeds}`, () => {
    expect(process.env['CI']).not.toBe('true');
  });
}
