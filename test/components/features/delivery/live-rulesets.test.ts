import { expect, it } from 'vitest';
import { LiveRulesets } from '../../../../src/components/features/delivery/live-rulesets.ts';
import type { Background } from '../../../../src/server/operation-context.ts';
import { TestClock } from '../../../support/test-server.ts';

type Told = Parameters<Parameters<Background['subscribe']>[0]>[0];

/** A background whose database never answers, and which keeps what it was asked for. */
function start() {
  const asked: string[] = [];
  const handlers: ((told: Told) => void)[] = [];
  const stop = new AbortController();
  const background: Background = {
    stopping: stop.signal,
    report: () => undefined,
    write: () => Promise.reject(new Error('no answer')),
    atTheEnd: () => undefined,
    read: ({ environmentId }) => {
      asked.push(environmentId);
      return Promise.reject(new Error('no answer'));
    },
    subscribe(handler) {
      handlers.push(handler);
      return () => undefined;
    },
  };
  const rulesets = new LiveRulesets({}, new TestClock('2026-11-20T09:00:00.000Z'));
  const of = (environmentId: string) =>
    rulesets.of({ environment: 'production', environmentId, projectId: 'acme' }, background);
  const tell = (environmentId: string, topic: NonNullable<Told>['topic'] = 'configuration'): void => {
    for (const handler of handlers) handler({ topic, environmentId });
  };
  return { asked, of, stop: () => stop.abort(), tell };
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `environment-${index}`);

it('SD-05 every environment that a stream follows hears of its changes, however many there are', () => {
  const { asked, of, stop, tell } = start();
  const all = names(150);
  for (const name of all) of(name).follow();
  for (const name of all) tell(name);
  expect(asked).toEqual(all);
  tell('environment-0', 'keys');
  expect(asked).toEqual(all);
  const last = of('last');
  expect(of('last')).toBe(last);
  stop();
});

it('keeps a hundred environments that no stream follows, those asked for last', () => {
  const { of, stop } = start();
  const [first, second] = [of('first'), of('second')];
  for (const name of names(98)) of(name);
  expect(of('first')).toBe(first);
  of('one more');
  expect(of('first')).toBe(first);
  expect(of('second')).not.toBe(second);
  stop();
});
