import { execa } from 'execa';
import { expect, test } from 'vitest';
import { javaParameters } from './compiled-java.ts';
import { hasJdk, jdkNeeds } from './jdk.ts';
import { notTried } from '../../support/not-tried.ts';

/** What is sent, and what a program is told of it. */
const events: readonly (readonly [sent: object, told: string])[] = [
  [{ type: 'alert.fired', data: { rule: 'many-failures' } }, 'alert.fired: many-failures of 2'],
  [{ id: 'evt_1', type: 'tenant.updated', data: { author: 'ada', before: null } }, 'evt_1: ada of 3'],
  [{ type: 'flag.updated', data: { key: 'a', renamedFrom: 'b', more: 5 } }, 'a, before Optional[b]5 of 2'],
  [{ type: 'flag.archived', data: { key: 'c' }, more: true }, 'c, before Optional.emptynull of 3'],
  [{ type: 'galaxy.merged', data: { galaxies: 2 } }, 'unknown: {galaxies=2} of 2'],
  [{ type: 'constructor', data: {} }, 'unknown: {} of 2'],
  [{ data: {} }, 'unknown: {} of 1'],
  [{ type: 7, data: {} }, 'unknown: {} of 2'],
  [
    { id: 'evt_1', type: 'revision.applied' },
    'RevisionAppliedEvent: the answer has no data of the form it must have of 2',
  ],
  [
    { type: 'revision.applied', data: 'none' },
    'RevisionApplied: the answer has no revision of the form it must have of 2',
  ],
];

if (hasJdk()) {
  test('P06 an event is of the class that its type tells of, whatever it lacks', async () => {
    const sent = events.map(([event]) => JSON.stringify(event));
    const { stderr, stdout } = await execa('java', [...(await javaParameters('ReceivedEvents')), ...sent]);
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual(events.map(([, told]) => told));
  });
} else {
  notTried('events of the SDK for Java are not tried', jdkNeeds);
}
