// Contexts, listeners, threads and interruptions that a program of a user may come up with.
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { hasJdk, jdkNeeds } from '../java/jdk.ts';
import { flagProgram } from './flag-programs.ts';
import { notTried } from '../../support/not-tried.ts';

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

  test('P04 a client of Java that nobody can have meant says which setting it is, and serves what it can', async () => {
    const { stderr, stdout } = await execa('java', await flagProgram('MisusedFlags'));
    expect(stderr).toBe('');
    const off = (problem: string) => [[problem], 'OFF', false, problem];
    const served = (...problems: readonly string[]) => [problems, 'INITIALIZING', true, ''];
    const waiting = (...problems: readonly string[]) => [
      problems,
      'INITIALIZING',
      false,
      'the server has not been heard of yet, and there is no bootstrap',
    ];
    const noAddress = off('`baseUrl` must be an http(s) address without user, query and fragment');
    const noKey = off('`secretKey` has characters that no key has');
    const unclear = served('`reports.sensitive` lacks the name of a kind or of an attribute: nothing is reported');
    const values = [...[0, 1, 2].map(() => 'A value of the flag `list` is no JSON.'), [1]];
    const timings = ['timeout', 'silence', 'firstWord', 'firstWait', 'longestWait'];
    const usual = (setting: string) => `\`${setting}\` is null: what is usual holds`;
    expect(JSON.parse(stdout)).toEqual({
      '127.0.0.1:4000': noAddress,
      'not a url': noAddress,
      'ftp://x': noAddress,
      'http://127.0.0.1:9?a': noAddress,
      'http://u:p@h': noAddress,
      'http://h:x': noAddress,
      'key sk_test\n': noKey,
      'key  ': noKey,
      'key sk_té': noKey,
      nothing: off('without `secretKey` and `baseUrl` there is no server to ask'),
      // One who does not want to be told is not.
      null: served(),
      'null mode': served(usual('mode')),
      'null interval': served(usual('pollInterval')),
      'endless interval': served(),
      'negative interval': served(),
      'null clock': served(usual('clock')),
      'failing clock': served(),
      'null timing': served(usual('timing')),
      'null timings': served(...timings.map((name) => usual(`timing.${name}`))),
      'no time': served(),
      'null reports': served(),
      'null report interval': served(usual('reports.interval')),
      'null kind': unclear,
      'null names': unclear,
      'null name': unclear,
      redirects: served('`httpClient` follows redirects: one that is like it, but follows none, takes its place'),
      'bad bootstrap': waiting('the bootstrap is no ruleset'),
      'failing bootstrap': waiting('the bootstrap is no ruleset'),
      'null bootstrap': waiting(),
      answers: [null, 'FLAG_NOT_FOUND', true, false, false, false, false, false, false, true, ...values, false],
    });
  });

  test('P04 a client of Java takes its key to no other host, and its rules are its own', async () => {
    const { stderr, stdout } = await execa('java', await flagProgram('KeptApart'));
    expect([stderr, stdout.split('\n')]).toEqual(['', ['keys', 'rules']]);
  });
} else {
  notTried('the flags of the SDK for Java are not tried by hostile programs', jdkNeeds);
}
