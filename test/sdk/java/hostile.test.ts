import { execa } from 'execa';
import { expect, test } from 'vitest';
import { javaParameters } from './compiled-java.ts';
import { hasJdk, jdkNeeds } from './jdk.ts';
import { notTried } from '../../support/not-tried.ts';

if (hasJdk()) {
  test('P13 no hostile server and no careless user gets at keys, at an end without an end, or keeps a program alive', async () => {
    // Clients that have a key in code take none of these.
    const env = { DREAM_SECRET_KEY: 'sk_test_environment', DREAM_PUBLISHABLE_KEY: 'pk_test_environment' };
    const { stdout, stderr } = await execa('java', await javaParameters('Hostile'), { env });
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual([
      'keys stay where they are',
      'a call is made for one user',
      'hiding keys damages no answer',
      'careless programs harm themselves alone',
      'answers without an end are given up',
      'broken answers are told apart',
      'what has not its form is refused',
      'what is no HTTP is refused',
      'what is unusual is understood',
      'interrupted threads stay interrupted',
      'who waits is let go',
      'closing ends streams',
      'many threads share a client',
      'HTTP clients do what is asked of them',
      'nothing keeps the program alive',
    ]);
  });
} else {
  notTried('the SDK for Java is not tried against hostile servers', jdkNeeds);
}
